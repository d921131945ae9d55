/**
 * Trains without some writers, hears those, and writes training/hearing.json: thresholds, confidence, certainty.
 *   npm run train:calibrate              leaves out a third of the writers of each family, three times
 *   npm run train:calibrate -- families  leaves out each family as a whole; prints figures and writes nothing
 *   … again                              fits anew to what was heard last time, without training
 * Takes a training for each part left out. Run it after messages or settings have changed, then train.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ACTS, CERTAIN } from '#lib/domain/act.ts';
import { confidenceOf } from '#lib/recognition/learned.ts';
import { Network } from '#lib/recognition/network.ts';
import { isCorroborated, readingOf } from '#lib/recognition/reading.ts';
import { corpusOf } from './corpus.mjs';
import { DIMENSIONS } from './examples.mjs';
import { hearingOf } from './hearing.mjs';
import { messages } from './messages.mjs';
import { modelFileOf } from './packed.mjs';
import { Trainer } from './trainer.mjs';

const TARGET = new URL('./hearing.json', import.meta.url);
/** Written by the project itself to fill gaps: trained with, never measured on. */
const OWN = 'extra';
const PARTS = 3;

const all = messages();
const byFamily = process.argv.includes('families');
const families = [...new Set(all.map(({ family }) => family))].filter((family) => family !== OWN);
const partOf = (/** @type {import('./messages.mjs').LabelledMessage} */ { writer, family }) =>
	byFamily ? families.indexOf(family) : Number(writer.split('-')[1]) % PARTS;

/** @typedef {import('./hearing.mjs').Judgement & { family: string, part: number }} JudgementOfPart */

/** What a network says of messages whose writers it has not read. */
function judgementsByTraining() {
	/** @type {JudgementOfPart[]} */
	const made = [];
	for (let part = 0; part < (byFamily ? families.length : PARTS); part++) {
		const leftOut = all.filter((message) => message.family !== OWN && partOf(message) === part);
		const { words, grains, vectors, examples } = corpusOf(
			all.filter((message) => !leftOut.includes(message))
		);
		const trainer = new Trainer(vectors, DIMENSIONS).fit(examples);
		const network = new Network(modelFileOf(trainer, { words, grains }, []));
		for (const { text, context, acts, family } of leftOut) {
			const reading = readingOf(text, context, network.vocabulary.repair);
			const corroborated = ACTS.map((_, a) => isCorroborated(reading, a));
			const evidence = [...network.evidenceIn(reading).perAct].map((value) => Number(value.toFixed(4)));
			made.push({ family, part, evidence, corroborated, there: ACTS.map((act) => act in acts) });
		}
		console.error(`part ${part + 1}: ${leftOut.length} messages left out`);
	}
	return made;
}

const KEPT = new URL(`../.cache/judgements-${byFamily ? 'families' : 'writers'}.json`, import.meta.url);
/** @type {JudgementOfPart[]} */
const judgements = process.argv.includes('again')
	? JSON.parse(readFileSync(KEPT, 'utf8'))
	: judgementsByTraining();
mkdirSync(new URL('.', KEPT), { recursive: true });
writeFileSync(KEPT, JSON.stringify(judgements));

const acts = hearingOf(judgements);
const figures = (/** @type {typeof judgements} */ some) =>
	ACTS.map((act, a) => {
		const heard = some.filter(({ evidence }) => (evidence[a] ?? -Infinity) > (acts[a]?.threshold ?? 0));
		const there = some.filter((judgement) => judgement.there[a]).length;
		const right = heard.filter((judgement) => judgement.there[a]).length;
		return {
			act,
			precision: share(right, heard.length),
			recall: share(right, there),
			f1: share(2 * right, heard.length + there)
		};
	});
const share = (/** @type {number} */ part, /** @type {number} */ whole) =>
	Number((whole === 0 ? 0 : part / whole).toFixed(3));
const macro = (/** @type {typeof judgements} */ some) =>
	share(
		figures(some).reduce((sum, { f1 }) => sum + f1, 0),
		ACTS.length
	);

/** How often what was heard was there, by the confidence that writers left out of the fitting were given. */
function curve() {
	const steps = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, CERTAIN, 1.01];
	const bins = steps.slice(0, -1).map((from, i) => ({ from, to: steps[i + 1] ?? 1, heard: 0, right: 0 }));
	const parts = [...new Set(judgements.map(({ part }) => part))];
	for (const part of parts) {
		const fitted = hearingOf(judgements.filter((judgement) => judgement.part !== part));
		for (const { evidence, corroborated, there } of judgements.filter(
			(judgement) => judgement.part === part
		)) {
			fitted.forEach((hearing, a) => {
				const strength = evidence[a] ?? -Infinity;
				if (!(strength > hearing.threshold)) return;
				const confidence = confidenceOf(strength, corroborated[a] === true, hearing);
				const bin = bins.find(({ from, to }) => confidence >= from && confidence < to);
				if (!bin) return;
				bin.heard++;
				if (there[a]) bin.right++;
			});
		}
	}
	return bins.map(({ from, heard, right }) => ({
		confidenceFrom: from,
		heard,
		precision: share(right, heard)
	}));
}

const measured = {
	leftOut: byFamily ? 'families' : 'writers',
	messages: judgements.length,
	macroF1: macro(judgements),
	families: Object.fromEntries(
		families.map((family) => [family, macro(judgements.filter((one) => one.family === family))])
	),
	acts: figures(judgements),
	curve: curve()
};
console.log(JSON.stringify(measured, null, '\t'));
if (!byFamily) {
	const half = new URL('hearing.json.new', import.meta.url);
	writeFileSync(half, `${JSON.stringify({ measured, acts }, null, '\t')}\n`);
	renameSync(half, TARGET);
}
