import { consequenceOf, type Consequence, type EndingFacts } from '#lib/domain/consequence.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { addressIn, type AddressFound } from '#lib/domain/log-facts.ts';
import { codeOf, hasAddressInHand, hasRefused, promiseAt } from '#lib/domain/situation.ts';
import type { Standing } from '#lib/domain/standing.ts';
import type { Scorable } from './score.ts';

/** The address the next librarian has, if the closing says that one is in hand. */
const addressInHand = ({ facts, takeover, events }: Scorable, at: Standing): AddressFound | null =>
	hasAddressInHand(at) ? addressIn(facts, takeover, events) : null;

/** What becomes of a session; null while it has no code. */
export const endingOf = (session: Scorable, at: Standing, followUpLibrarian: string): Consequence | null =>
	endingWith(session.facts, at, addressInHand(session, at), followUpLibrarian);

/** The same where it is known which address is in hand. */
export function endingWith(
	facts: Facts,
	at: Standing,
	address: AddressFound | null,
	followUpLibrarian: string
): Consequence | null {
	const ending = endingFactsWith(facts, at, address);
	if (ending === null) return null;
	return consequenceOf(ending, {
		patron: facts.patron.name,
		library: facts.library.name,
		followUpLibrarian
	});
}

/** Everything on which depends what becomes of a session; null while it has no code. */
export const endingFactsOf = (session: Scorable, at: Standing): EndingFacts | null =>
	endingFactsWith(session.facts, at, addressInHand(session, at));

function endingFactsWith(facts: Facts, at: Standing, address: AddressFound | null): EndingFacts | null {
	const code = codeOf(at);
	if (code === null) return null;
	return {
		code,
		isNeedMet: at.need === 'met',
		address,
		works: address !== null && (address.address === facts.patron.email ? facts.patron.works : true),
		hasFyi: facts.fyi !== null,
		hasFyiNote: at.fyiNote === 'written',
		hasNote: at.needNote === 'written',
		isPromised: promiseAt(at) !== 'none',
		hasRefused: hasRefused(at),
		isWithinReach: facts.withinReach
	};
}
