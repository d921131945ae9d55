import { addressesIn, isAddressShaped } from './address.ts';
import type { LoggedEvent } from './event.ts';
import type { Facts, TakeoverLine } from './facts.ts';

/** An address in hand and where the next librarian finds it. */
export interface AddressFound {
	address: string;
	/** In the e-mail field, or only in the words of the chat. */
	where: 'info-tab' | 'transcript';
}

/**
 * The address that was last given, confirmed or on file, as text; null where there is none or it was taken back.
 * Whether a refusal takes it back is for the closing to say, not for this.
 */
export function addressIn(
	facts: Facts,
	takeover: readonly TakeoverLine[],
	events: readonly LoggedEvent[]
): AddressFound | null {
	const { email } = facts.patron;
	let found: AddressFound | null =
		email !== null && isAddressShaped(email) ? { address: email, where: 'info-tab' } : null;
	const typed = (address: string) =>
		(found = { address, where: address === email ? 'info-tab' : 'transcript' });
	for (const line of takeover) {
		const given = line.who === 'patron' ? (line.gives?.email ?? addressesIn(line.text).at(-1)) : undefined;
		if (given !== undefined && isAddressShaped(given)) typed(given);
	}
	let writtenOut: string | undefined;
	for (const event of events) {
		if (event.type === 'librarian.said') writtenOut = addressesIn(event.text).at(-1) ?? writtenOut;
		if (event.type !== 'patron.said') continue;
		const given = event.gives.email?.trim();
		if (given !== undefined && isAddressShaped(given)) typed(given);
		else if (event.does.includes('corrects')) found = null;
		else if (event.does.includes('confirms') && writtenOut !== undefined) typed(writtenOut);
	}
	return found;
}

/** By when the patron needs the answer, in the words in which they said so last; null where they did not. */
export function deadlineIn(takeover: readonly TakeoverLine[], events: readonly LoggedEvent[]): string | null {
	const before = takeover.map(({ gives }) => gives?.deadline);
	const after = events.map((event) => (event.type === 'patron.said' ? event.gives.deadline : undefined));
	return [...before, ...after].findLast((deadline) => deadline !== undefined) ?? null;
}

/** The notes of a session, in their order. */
export const notesIn = (events: readonly LoggedEvent[]): string[] =>
	events.flatMap((event) => (event.type === 'librarian.noted' ? [event.text] : []));
