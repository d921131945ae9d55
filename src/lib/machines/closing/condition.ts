import { isFollowUpCode, type ResolutionCode } from '#lib/domain/code.ts';
import type { Cued, LibrarianCue, PatronCue } from '#lib/domain/cue.ts';
import type { Departure } from '#lib/domain/event.ts';
import type { Tab } from '#lib/domain/facts.ts';
import { isGone } from '#lib/domain/situation.ts';
import { REGION_NAMES, type Region, type Standing, type StateOf } from '#lib/domain/standing.ts';

/** States of other regions, one of which must hold for each region named. */
export type Where = { readonly [R in Region]?: readonly StateOf<R>[] };

/** What reaches the closing: what was heard, and where the closing stood when it happened. */
export type ClosingEvent = Cued & { standing: Standing };

/**
 * When a transition is taken: all that is named must hold. Conditions are data, so that the chart can be drawn,
 * and so that it is known which regions look at which.
 */
export interface Condition {
	/** The librarian's message has one of these cues, and the patron can read it. */
	says?: readonly LibrarianCue[];
	/** … and all of these. */
	saysAll?: readonly LibrarianCue[];
	/** … and none of these. */
	saysNone?: readonly LibrarianCue[];
	/** The patron's message has one of these cues. */
	patron?: readonly PatronCue[];
	patronNone?: readonly PatronCue[];
	meets?: boolean;
	tab?: Tab;
	how?: Departure;
	code?: ResolutionCode | 'a follow-up code';
	note?: 'fyi' | 'need';
	/** The wait that has passed is that of this region. */
	struck?: Region;
	takenOver?: CuesOf<'session.taken-over'>;
	where?: Where;
}

type CuesOf<T extends Cued['type']> = Extract<Cued, { type: T; cues: readonly unknown[] }>['cues'];

const some = <T>(cues: readonly T[], wanted: readonly T[] | undefined): boolean =>
	wanted === undefined || wanted.some((cue) => cues.includes(cue));
const every = <T>(cues: readonly T[], wanted: readonly T[] | undefined): boolean =>
	wanted === undefined || wanted.every((cue) => cues.includes(cue));
const none = <T>(cues: readonly T[], unwanted: readonly T[] | undefined): boolean =>
	unwanted === undefined || !unwanted.some((cue) => cues.includes(cue));

function standsWhere(standing: Standing, where: Where | undefined): boolean {
	if (where === undefined) return true;
	return REGION_NAMES.every((region) => {
		const states: readonly string[] | undefined = where[region];
		return states === undefined || states.includes(standing[region]);
	});
}

/** Whether the condition holds for the event. What is said or sent to a patron who has gone is not said. */
export function holds(condition: Condition, event: ClosingEvent): boolean {
	if (!standsWhere(event.standing, condition.where)) return false;
	switch (event.type) {
		case 'session.taken-over':
			return some(event.cues, condition.takenOver);
		case 'librarian.said':
			return (
				!isGone(event.standing) &&
				some(event.cues, condition.says) &&
				every(event.cues, condition.saysAll) &&
				none(event.cues, condition.saysNone)
			);
		case 'librarian.sent-finding':
			return !isGone(event.standing) && (condition.meets === undefined || condition.meets === event.meets);
		case 'librarian.opened-tab':
			return condition.tab === undefined || condition.tab === event.tab;
		case 'librarian.noted':
			return condition.note === undefined || event[condition.note];
		case 'librarian.coded':
			return (
				condition.code === undefined ||
				(condition.code === 'a follow-up code' ? isFollowUpCode(event.code) : condition.code === event.code)
			);
		case 'patron.said':
			return some(event.cues, condition.patron) && none(event.cues, condition.patronNone);
		case 'patron.left':
			return condition.how === undefined || condition.how === event.how;
		case 'clock.struck':
			return condition.struck === event.region;
		case 'librarian.ended':
		case 'patron.fell-silent':
		case 'patron.started-typing':
		case 'follow-up.fell-due':
			return true;
	}
}
