import type { Act } from './act.ts';
import type { ResolutionCode } from './code.ts';
import type { Departure } from './event.ts';
import type { Tab } from './facts.ts';
import type { Region } from './standing.ts';

/**
 * What a message of the librarian comes to for the closing: its acts, and what only its words, the scripts of the desk
 * or the certainty of hearing decide.
 */
export type LibrarianCue =
	| Act
	/** Somebody will get back to the patron: said in a statement. */
	| 'promise'
	| 'promise-unsure'
	/** The same as an offer, in a sentence that ends in a question mark. */
	| 'offer'
	| 'offer-unsure'
	| 'private-sure'
	| 'own-goodbye'
	/** Anything a patron takes for a goodbye: the act, any library's Goodbye script, or thanks with an invitation. */
	| 'farewell'
	/** Thanks or an invitation in words that are not another library's script. */
	| 'own-thanks'
	| 'own-invitation'
	/** An invitation outside any script. */
	| 'unscripted-invitation'
	| 'writes-out-address';

/** What a message of the patron comes to for the closing. */
export type PatronCue =
	| 'gives-address'
	| 'takes-address-back'
	| 'names-deadline'
	| 'confirms'
	| 'assents'
	| 'refuses'
	| 'satisfied'
	| 'asks-more';

/** How a session begins, where it differs from an open need with nothing known. */
export type TakeoverCue =
	'need-met' | 'address-on-file' | 'address-typed' | 'deadline-named' | 'librarian-wrote' | 'exchanged';

/**
 * An event of the log as the closing hears it: finite, so that every state of a closing can be visited.
 * `clock.struck` is a wait of one region that has passed.
 */
export type Cued =
	| { type: 'session.taken-over'; cues: readonly TakeoverCue[] }
	| { type: 'librarian.said'; cues: readonly LibrarianCue[] }
	| { type: 'librarian.sent-finding'; meets: boolean }
	| { type: 'librarian.opened-tab'; tab: Tab }
	| { type: 'librarian.noted'; fyi: boolean; need: boolean }
	| { type: 'librarian.ended' }
	| { type: 'librarian.coded'; code: ResolutionCode }
	| { type: 'patron.said'; cues: readonly PatronCue[] }
	| { type: 'patron.left'; how: Departure }
	| { type: 'patron.fell-silent' }
	| { type: 'patron.started-typing' }
	| { type: 'follow-up.fell-due' }
	| { type: 'clock.struck'; region: Region };
