/**
 * Where a closing stands: one region per fact, each in exactly one of its states. The first state of a region is
 * where it begins. The closing machine moves the regions, scoring reads them; this list is what both agree on.
 */
export const REGIONS = {
	/** Whether the patron is there. `left` took leave; `vanished` was a system line. */
	presence: ['present', 'typing', 'silent', 'left', 'vanished'],
	/** Whether the need is met. A second need opens it again once it is voiced. */
	need: ['open', 'met'],
	/** Whether the moment has come from which follow-up is due (it is due only if the need is still open at the end). */
	due: ['not-yet', 'fallen-due'],
	/** Whether a finding was sent that the patron could read. */
	finding: ['none-sent', 'sent'],
	/** Whether anything was exchanged: the patron wrote again after a line of the librarian's. */
	exchange: ['nothing', 'librarian-wrote', 'exchanged'],
	/** Whether it was asked if the question is answered or more is needed, since the last finding. */
	check: ['unasked', 'asked', 'settled', 'satisfied-unasked'],
	/** Whether the patron was there after there was something to check. */
	presentAfterCheckable: ['waiting', 'wrote', 'stayed', 'cut-short'],
	/** Whether the patron was there after follow-up fell due. */
	presentAfterDue: ['idle', 'waiting', 'wrote', 'stayed', 'cut-short'],
	/** Whether the patron was there after the promise. */
	presentAfterPromise: ['idle', 'waiting', 'wrote', 'stayed', 'cut-short'],
	/** Which came first, the check or the goodbye, and whether the patron had a turn between them. */
	order: ['nothing', 'checked', 'turn-between', 'in-order', 'goodbye-first', 'out-of-order'],
	/** The address: `on-file` is in the Info tab; `given` was typed by the patron or confirmed after being written out. */
	address: ['none', 'written-out', 'on-file', 'on-file-confirmed', 'given'],
	/** What the patron has declined, while it holds. */
	refusal: ['none', 'address-declined', 'follow-up-declined', 'follow-up-declined-after-address'],
	/** Whether the patron heard why an address is needed before declining (or wrote on after hearing it). */
	reason: ['unsaid', 'said', 'declined-unheard', 'said-after-declining', 'declined-all-the-same'],
	/** The question for the address, put by asking for one or asking to confirm one. */
	emailQuestion: ['unasked', 'asked', 'answered'],
	/** Whether it is known by when the answer is needed, or was asked. */
	deadline: ['unknown', 'settled'],
	/** Whether it was said that somebody will get back to the patron. */
	explained: ['unsaid', 'said'],
	/** Whether it was said how long that may take. */
	timeframe: ['unsaid', 'said'],
	/** A promise to get back to the patron; `unsure` where it was not heard with certainty. */
	promise: ['none', 'offered', 'offered-unsure', 'standing', 'standing-unsure', 'lapsed'],
	/** Whether a patron who declined was told what to do instead. */
	wayOut: ['not-owed', 'owed', 'said'],
	/** Whether the patron was sent away while follow-up was due. */
	brushOff: ['none', 'said'],
	/** The Goodbye script of the patron's library. */
	goodbyeScript: ['unsent', 'sent'],
	thanks: ['unsaid', 'said'],
	invitation: ['unsaid', 'said'],
	/** Whether anything was said that a patron takes for a goodbye. */
	farewell: ['unsaid', 'said'],
	infoTab: ['unopened', 'opened', 'needed-first', 'unopened-at-end', 'opened-after-end'],
	policyPage: ['unopened', 'opened', 'needed-first', 'opened-late'],
	/** Whether the patron is silent, and for longer than the wait. */
	hush: ['none', 'silent', 'long'],
	/** What the librarian has said into a silence, since the patron's last turn. */
	silenceNotice: ['none', 'presence-asked', 'end-announced', 'waited'],
	/** How the last silence that counts has ended, where the patron came back. */
	silenceEnded: ['none', 'back-after-asking', 'back-unasked'],
	fyiNote: ['unwritten', 'written'],
	needNote: ['unwritten', 'written'],
	private: ['unasked', 'asked-unsure', 'asked'],
	ending: [
		'open',
		'ended',
		'answered',
		'follow-up-by-patrons-library',
		'follow-up-by-me',
		'lost-call',
		'practice'
	]
} as const;

export type Region = keyof typeof REGIONS;
export type StateOf<R extends Region> = (typeof REGIONS)[R][number];

/** Where every region stands. */
export type Standing = { readonly [R in Region]: StateOf<R> };

export const REGION_NAMES = Object.keys(REGIONS) as readonly Region[];
