const counted = (count: number, word: string): string => (count === 1 ? `1 ${word}` : `${count} ${word}s`);

/** How many trainees and chats are looked at. Who played a chat of which nobody has said it counts as nobody. */
export function extentInWords(of: readonly { trainee: string | null }[], chats: number): string {
	const trainees = new Set(of.map(({ trainee }) => trainee));
	trainees.delete(null);
	return `${counted(trainees.size, 'trainee')} · ${counted(chats, 'chat')}`;
}
