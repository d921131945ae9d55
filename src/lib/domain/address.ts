/** Candidates in running text: anything with an @ between non-spaces, trimmed of the punctuation around it. */
const CANDIDATE = /[^\s<>()[\]"“”,;]+@[^\s<>()[\]"“”,;]+/g;
const TRAILING = /[.!?:'’]+$/;
const LEADING = /^(mailto:|['‘:.])+/i;

/**
 * Shaped like an e-mail address: no spaces, exactly one @ with something before it, a domain with a dot inside.
 * Whether mail arrives there is another question.
 */
export function isAddressShaped(text: string): boolean {
	if (/\s/.test(text)) return false;
	const [local, domain, ...rest] = text.split('@');
	if (rest.length > 0 || !local || !domain) return false;
	const labels = domain.split('.');
	return labels.length >= 2 && labels.every((label) => label.length > 0);
}

/** The addresses written out in a message, in their order; empty where there are none. */
export function addressesIn(text: string): string[] {
	return (text.match(CANDIDATE) ?? [])
		.map((candidate) => candidate.replace(LEADING, '').replace(TRAILING, ''))
		.filter(isAddressShaped);
}
