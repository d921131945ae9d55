interface File {
	name: string;
	text: string;
	/** What it is; JSON where nothing is said. */
	type?: string;
}

/** Hands a file to the browser's downloads. */
export function download({ name, text, type = 'application/json' }: File): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	URL.revokeObjectURL(url);
}
