import { isAddressShaped } from '#lib/domain/address.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import { consequenceOf, isNoteTheTask, type EndingFacts } from '#lib/domain/consequence.ts';
import { daysUntil } from '#lib/domain/deadline.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { FollowUpFacts } from '#lib/domain/follow-up.ts';
import type { Unreached } from '#lib/domain/follow-up-words.ts';
import { deadlineIn } from '#lib/domain/log-facts.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Standing } from '#lib/domain/standing.ts';
import type { Filing } from '#lib/machines/follow-up/follow-up.machine.ts';
import type { Dates } from '#lib/machines/follow-up/walk.ts';
import { walkLog } from '#lib/machines/closing/walk.ts';
import { endingFactsOf } from './ending.ts';
import type { Scorable } from './score.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A coded session as the Ask module has it, before anybody at the follow-up desk has touched it. */
export interface FollowUpCase {
	code: ResolutionCode;
	filing: Filing;
	dates: Dates;
	facts: FollowUpFacts;
	/** What stands in the e-mail field. */
	listedAddress: string | null;
	/** By when the answer is needed, in the patron's words; null where they named no day or need no answer any more. */
	deadline: string | null;
	/** Whether there is any address, listed or typed, at which mail arrives. */
	canArrive: boolean;
	/** Whether this address, put in by the follow-up librarian, is one at which the patron is reached. */
	isPatrons: (address: string) => boolean;
	/** Why there is no address, where there is none. */
	unreached: Unreached;
}

const isSame = (one: string, other: string): boolean =>
	one.trim().toLowerCase() === other.trim().toLowerCase();

function addressStanding({ patron }: Facts, ending: EndingFacts): Filing['address'] {
	if (patron.email !== null && isAddressShaped(patron.email)) return patron.works ? 'listed' : 'listed-wrong';
	return ending.address === null ? 'none' : 'in-transcript';
}

const unreachedOf = (at: Standing): Unreached => {
	if (at.refusal !== 'none') return 'declined';
	return at.emailQuestion === 'unasked' ? 'unasked' : 'asked-in-vain';
};

/** The first moment after the last day on which an answer is in time. Days are counted in UTC, wherever the desk is. */
function deadlineAtOf(deadline: string | null, codedAt: number): number | null {
	const days = deadline === null ? null : daysUntil(deadline, new Date(codedAt).getUTCDay());
	return days === null ? null : (Math.floor(codedAt / DAY_MS) + days + 1) * DAY_MS;
}

/** Files a session by its code; null while it has none. `codedAt`: when, in milliseconds since 1970. */
export function fileSession(
	session: Scorable,
	pack: Pack,
	codedAt: number,
	followUpLibrarian: string
): FollowUpCase | null {
	const { facts, takeover, events } = session;
	const at = walkLog(facts, takeover, events, pack.waits).standing;
	const ending = endingFactsOf(session, at);
	if (ending === null) return null;
	const { patron, library } = facts;
	const { list } = consequenceOf(ending, { patron: patron.name, library: library.name, followUpLibrarian });
	const isOwed = !ending.isNeedMet && !ending.hasRefused;
	const deadline = isOwed ? deadlineIn(takeover, events) : null;
	const deadlineAt = deadlineAtOf(deadline, codedAt);
	const address = addressStanding(facts, ending);
	const listed = address === 'listed' ? patron.email : null;
	return {
		code: ending.code,
		filing: {
			list,
			address,
			isPromised: ending.isPromised,
			hasDeadline: deadlineAt !== null,
			isNoteTheTask: isNoteTheTask(ending)
		},
		dates: { codedAt, deadlineAt },
		facts: {
			isNeedMet: ending.isNeedMet,
			hasRefused: ending.hasRefused,
			hasAddress: ending.address !== null
		},
		listedAddress: patron.email,
		deadline,
		canArrive: listed !== null || (ending.address !== null && ending.works),
		isPatrons: (typed) =>
			(listed !== null && isSame(typed, listed)) ||
			(ending.address !== null && ending.works && isSame(typed, ending.address.address)),
		unreached: unreachedOf(at)
	};
}
