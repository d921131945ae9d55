/** A script as the desk offers it, with whose it is. */
export interface OfferedScript {
	id: string;
	title: string;
	text: string;
	owner: string;
}

/** A "/" that is being searched with: where it stands, and what was typed after it up to the cursor. */
export interface SlashQuery {
	start: number;
	query: string;
}

/** Longer than any title: by then somebody is writing prose with a slash in it. */
const LONGEST_QUERY = 32;

/**
 * The search that the cursor stands in, if any. A "/" opens it only at a line's start or after a space, so that
 * addresses ("https://") and "and/or" stay what they are.
 */
export function slashQueryAt(text: string, cursor: number): SlashQuery | null {
	const start = text.lastIndexOf('/', cursor - 1);
	if (cursor === 0 || start < 0) return null;
	const before = text.charAt(start - 1);
	if (start > 0 && !/\s/.test(before)) return null;
	const query = text.slice(start + 1, cursor);
	if (query.length > LONGEST_QUERY || /^\s|\n/.test(query)) return null;
	return { start, query };
}

/** The scripts that have all the words of the query; those with them in the title come first. */
export function matchingScripts(scripts: readonly OfferedScript[], query: string): OfferedScript[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const hasAll = (text: string) => words.every((word) => text.toLowerCase().includes(word));
	const inTitle = scripts.filter(({ title, owner }) => hasAll(`${title} ${owner}`));
	const inText = scripts.filter(
		(script) => !inTitle.includes(script) && hasAll(`${script.title} ${script.owner} ${script.text}`)
	);
	return [...inTitle, ...inText];
}

/** The text to put in at the cursor so that it stands apart from the words beside it. */
export function spaced(text: string, before: string, after: string): string {
	const lead = before === '' || /\s$/.test(before) ? '' : ' ';
	const tail = after === '' || /^[\s.,;:!?]/.test(after) ? '' : ' ';
	return lead + text + tail;
}
