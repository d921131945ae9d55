/** The resolution codes of the desk: exactly five, one of them for every ended session. */
export const RESOLUTION_CODES = [
	'answered',
	'follow-up-by-patrons-library',
	'follow-up-by-me',
	'lost-call',
	'practice'
] as const;

export type ResolutionCode = (typeof RESOLUTION_CODES)[number];

export const isFollowUpCode = (code: ResolutionCode): boolean =>
	code === 'follow-up-by-patrons-library' || code === 'follow-up-by-me';
