import type { Saved } from '#lib/app/backup.ts';

/** Hands a file to the browser's downloads. */
export function download({ name, text }: Saved): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	URL.revokeObjectURL(url);
}
