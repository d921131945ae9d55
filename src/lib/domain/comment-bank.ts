import { ofKind, standing, type Entry } from './entry.ts';

/** More than these nobody reads through before writing their own. */
const OFFERED = 8;

/** What was commented before, the most used first, for the next comment; what was said alike stands once. */
export function commentBank(entries: readonly Entry[]): string[] {
	const counts = new Map<string, number>();
	for (const { body } of ofKind(standing(entries), 'comment')) {
		const text = body.text.trim();
		if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts]
		.sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1))
		.slice(0, OFFERED)
		.map(([text]) => text);
}
