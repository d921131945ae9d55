import type { Merged } from '#lib/storage/port.ts';

const counted = (count: number, one: string, many: string): string[] =>
	count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** What taking in a file changed, as a sentence. */
export function mergedInWords({ added, extended, unchanged, drillAdded, entriesAdded }: Merged): string {
	const fresh = [
		...counted(added, 'new chat', 'new chats'),
		...counted(extended, 'chat that went on', 'chats that went on'),
		...counted(drillAdded, 'answer of the drill', 'answers of the drill'),
		...counted(entriesAdded, 'entry', 'entries')
	];
	const known = unchanged === 0 ? '' : ` ${unchanged} known already.`;
	return fresh.length === 0 ? `nothing new.${known}` : `${fresh.join(', ')}.${known}`;
}
