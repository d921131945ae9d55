import { ACTS } from '#lib/domain/act.ts';
import type { Evidence } from './network.ts';
import type { Reading } from './reading.ts';

/** Words whose evidence is within so much (log-odds) of the threshold still carry the act, and belong to its span. */
const MARGIN = 2;
const SEPARATES: ReadonlySet<string> = new Set(['.', '!', '?', ';', ':', ',', '-', '(', ')', '"']);

/**
 * The tokens that decided for an act, as [from, to): everything from the first to the last word that would carry it
 * on its own, widened to whole clauses, so that without these words the act is gone.
 */
export function decidingTokens(
	reading: Reading,
	{ perToken }: Evidence,
	act: number,
	threshold: number
): [from: number, to: number] {
	const { tokens } = reading;
	const evidenceAt = (t: number) => perToken[t * ACTS.length + act] ?? -Infinity;
	let peak = 0;
	for (let t = 1; t < tokens.length; t++) if (evidenceAt(t) > evidenceAt(peak)) peak = t;
	const carries = (t: number) => evidenceAt(t) > Math.min(threshold - MARGIN, evidenceAt(peak));
	let from = peak;
	let to = peak + 1;
	for (let t = 0; t < tokens.length; t++) {
		if (!carries(t)) continue;
		from = Math.min(from, t);
		to = Math.max(to, t + 1);
	}
	const separates = (t: number) => SEPARATES.has(tokens[t]?.form ?? '.');
	while (from > 0 && !separates(from - 1)) from--;
	while (to < tokens.length && !separates(to)) to++;
	while (from < to - 1 && separates(from)) from++;
	while (to > from + 1 && separates(to - 1)) to--;
	return [from, to];
}
