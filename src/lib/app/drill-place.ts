import * as v from 'valibot';

/** One round of the drill: which cases, in which order. */
export interface Round {
	id: string;
	cases: readonly string[];
}

const schema = v.strictObject({
	id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
	cases: v.array(v.string())
});

/** A round as a setting keeps it. */
export const writeRound = ({ id, cases }: Round): string => JSON.stringify({ id, cases });

/** The round that was kept, of the cases that there still are; null where there is none that can be read. */
export function readRound(kept: unknown, known: readonly string[]): Round | null {
	if (typeof kept !== 'string') return null;
	let content: unknown;
	try {
		content = JSON.parse(kept);
	} catch {
		return null;
	}
	const parsed = v.safeParse(schema, content);
	if (!parsed.success) return null;
	const cases = parsed.output.cases.filter((id) => known.includes(id));
	return cases.length === 0 ? null : { id: parsed.output.id, cases };
}
