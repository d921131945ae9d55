import type { EventOf, LoggedEvent } from '#lib/domain/event.ts';
import type { Tab, TakeoverLine } from '#lib/domain/facts.ts';

/** One line of the transcript as it is shown. `key` is stable, so that a line is announced once and never again. */
export type TranscriptItem =
	| {
			kind: 'message';
			key: string;
			side: 'patron' | 'librarian';
			who: string;
			text: string;
			isFinding: boolean;
	  }
	/** A line of the desk. A break divides what came before from what follows. */
	| { kind: 'desk'; key: string; text: string; isBreak: boolean };

interface Names {
	patron: string;
	/** Who had the chat before. */
	from: string;
}

/** A leap shorter than this is waiting for a reply, which shows by itself. */
const LEAP_WORTH_A_LINE_MS = 30_000;

/** Looking something up is a deed at a desk; changing to one's own tools is none. */
const LOOKED_UP: Partial<Record<Tab, string>> = { info: 'Info tab', policy: 'policy page' };

const desk = (key: string, text: string, isBreak = false): TranscriptItem => ({
	kind: 'desk',
	key,
	text,
	isBreak
});

function lapse(ms: number): string {
	const seconds = Math.round(ms / 1000);
	const minutes = Math.round(seconds / 60);
	if (minutes < 1) return `${seconds} seconds`;
	return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function deskLine(event: LoggedEvent, { patron }: Names): string | null {
	switch (event.type) {
		case 'librarian.ended':
			return 'You ended the session.';
		case 'patron.left':
			return event.how === 'said-goodbye'
				? `${patron} has left the chat.`
				: 'The patron is no longer connected.';
		case 'patron.fell-silent':
			return `${patron} has gone quiet.`;
		case 'clock.moved':
			return event.byMs < LEAP_WORTH_A_LINE_MS ? null : `You let ${lapse(event.byMs)} pass.`;
		default:
			return null;
	}
}

function messageOf(
	event: EventOf<'patron.said' | 'librarian.said' | 'librarian.sent-finding'>,
	key: string,
	{ patron }: Names
): TranscriptItem {
	const side = event.type === 'patron.said' ? 'patron' : 'librarian';
	return {
		kind: 'message',
		key,
		side,
		who: side === 'patron' ? patron : 'You',
		text: event.text,
		isFinding: event.type === 'librarian.sent-finding'
	};
}

/** What the reader of the chat sees, in order: the lines before the takeover, then what has happened since. */
export function transcriptItems(
	takeover: readonly TakeoverLine[],
	log: readonly LoggedEvent[],
	names: Names,
	isTakenOver: boolean
): TranscriptItem[] {
	const items: TranscriptItem[] = [desk('before', `Earlier, with ${names.from}`)];
	takeover.forEach(({ who, text }, index) =>
		items.push({
			kind: 'message',
			key: `before-${index}`,
			side: who,
			who: who === 'patron' ? names.patron : names.from,
			text,
			isFinding: false
		})
	);
	if (isTakenOver) items.push(desk('takeover', `You took over from ${names.from}`, true));
	const seen = new Set<Tab>();
	for (const event of log) {
		const key = String(event.seq);
		if (
			event.type === 'patron.said' ||
			event.type === 'librarian.said' ||
			event.type === 'librarian.sent-finding'
		) {
			items.push(messageOf(event, key, names));
			continue;
		}
		if (event.type === 'librarian.opened-tab') {
			const name = LOOKED_UP[event.tab];
			// The first look is what matters; to go back and forth between tabs would only push the chat away.
			if (name !== undefined && !seen.has(event.tab)) items.push(desk(key, `You opened the ${name}.`));
			seen.add(event.tab);
			continue;
		}
		const text = deskLine(event, names);
		if (text !== null) items.push(desk(key, text, event.type === 'librarian.ended'));
	}
	return items;
}
