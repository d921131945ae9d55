/** Whether what is typed there is text, or chooses from a list, and so is no command. */
export const isField = (target: EventTarget | null): boolean =>
	target instanceof Element &&
	target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]') !==
		null;
