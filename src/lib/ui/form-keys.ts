/** Lets a form be sent by Ctrl and Enter from any of its fields, also where Enter breaks a line, and be left by Escape. */
export const formKeys =
	(send: () => void, leave: () => void) =>
	(form: HTMLElement): (() => void) => {
		const onkeydown = (event: KeyboardEvent) => {
			if (event.isComposing) return;
			if (event.key === 'Escape') {
				event.stopPropagation();
				leave();
			} else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
				event.preventDefault();
				send();
			}
		};
		form.addEventListener('keydown', onkeydown);
		return () => form.removeEventListener('keydown', onkeydown);
	};
