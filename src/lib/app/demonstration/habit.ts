/** What a librarian of the demonstration group says, by occasion. `{patron}`, `{library}`, `{email}` are filled in. */
export const OCCASIONS = [
	'hello',
	'verify-email',
	'ask-email',
	'ask-email-bare',
	'say-why',
	'ask-deadline',
	'next-steps',
	'promise-only',
	'way-out',
	'brush-off',
	'check',
	'still-there',
	'will-end',
	'own-goodbye',
	'ask-card-number',
	'note-open',
	'note-fyi'
] as const;
export type Occasion = (typeof OCCASIONS)[number];

export type Lines = Readonly<Record<Occasion, readonly string[]>>;

/** What such a librarian leaves out, or does instead. */
export const SLIPS = [
	'leaves-policy-shut',
	'leaves-info-shut',
	'forgets-address',
	'asks-without-reason',
	'forgets-deadline',
	'promises-only',
	'forgets-way-out',
	'brushes-off',
	'forgets-check',
	'says-goodbye-first',
	'types-own-goodbye',
	'forgets-goodbye',
	'leaves-silent-patron',
	'forgets-note',
	'codes-lost-call',
	'codes-follow-up-all-the-same',
	'codes-answered-all-the-same',
	'asks-card-number'
] as const;
export type Slip = (typeof SLIPS)[number];

/** How often, 0 to 1, in the first and in the last attempt; between them it goes evenly from one to the other. */
export type HowOften = readonly [first: number, last: number];

export const NEVER: HowOften = [0, 0];

/** A trainee of the demonstration group. */
export interface Person {
	name: string;
	library: string;
	/** What a colleague would say of this person's closings. */
	habit: string;
	attempts: number;
	/** The chats that this person took over first, where the habit shows; then the bank in turn. */
	first: readonly string[];
	slips: Readonly<Partial<Record<Slip, HowOften>>>;
	/** Where somebody has words of their own; for the rest anybody's will do. */
	lines: Readonly<Partial<Lines>>;
}
