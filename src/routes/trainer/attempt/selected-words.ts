/** The words that are selected inside one message, and the row that the message is; null where none are, or in several. */
export function selectedWords(): { row: string; words: string } | null {
	const selection = getSelection();
	if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
	const rowOf = (node: Node | null): string | null => {
		const element = node instanceof Element ? node : node?.parentElement;
		return element?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
	};
	const row = rowOf(selection.anchorNode);
	const words = selection.toString().trim();
	return row === null || row !== rowOf(selection.focusNode) || words === '' ? null : { row, words };
}
