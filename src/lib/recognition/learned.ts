import { ACTS, CERTAIN, type Heard } from '#lib/domain/act.ts';
import { reasonFor } from './because.ts';
import type { Hearing, ModelFile } from './model.ts';
import { Network } from './network.ts';
import { isCorroborated, readingOf } from './reading.ts';
import type { Recogniser } from './recogniser.ts';
import { decidingTokens } from './span.ts';

/** What a curve fitted to few messages may claim at most; certainty is shown by counting. */
const MOST_BY_CURVE = 0.98;

/**
 * How often an act with this much evidence was there, on writers that were held out. `corroborated`: a rule
 * heard it too and nothing was taken back, without which nothing is certain.
 */
export function confidenceOf(
	evidence: number,
	corroborated: boolean,
	{ slope, offset, certain }: Hearing
): number {
	if (corroborated && certain !== null && evidence >= certain) return CERTAIN;
	return Math.min(MOST_BY_CURVE, 1 / (1 + Math.exp(-(slope * evidence + offset))));
}

/** The recogniser of a trained model: rules as its hints, a network as its judgement. */
export function learnedRecogniser(file: ModelFile): Recogniser {
	const network = new Network(file);
	return {
		version: file.version,
		recognise(text, context) {
			const reading = readingOf(text, context, network.vocabulary.repair);
			const evidence = network.evidenceIn(reading);
			const heard: Heard[] = [];
			ACTS.forEach((act, index) => {
				const hearing = file.hearing[index];
				const strength = evidence.perAct[index] ?? -Infinity;
				if (!hearing || !(strength > hearing.threshold)) return;
				const [from, to] = decidingTokens(reading, evidence, index, hearing.threshold);
				const start = reading.tokens[from]?.start ?? 0;
				const end = reading.tokens[to - 1]?.end ?? text.length;
				const corroborated = isCorroborated(reading, index);
				const confidence = confidenceOf(strength, corroborated, hearing);
				heard.push({ act, start, end, confidence, because: reasonFor(act, text.slice(start, end)) });
			});
			return heard.sort((a, b) => a.start - b.start);
		}
	};
}
