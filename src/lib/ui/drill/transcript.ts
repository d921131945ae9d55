import type { LoggedEvent } from '#lib/domain/event.ts';
import type { TakeoverLine } from '#lib/domain/facts.ts';

/** Who wrote what in a transcript, by the names that are shown. */
interface Names {
	patron: string;
	/** Who chatted from the takeover on. */
	librarian?: string;
	/** Who chatted before it, where that was somebody else. */
	before?: string;
}

/** One line of a transcript as it is read. */
export type TranscriptLine =
	| { kind: 'said'; who: 'patron' | 'librarian'; by: string; text: string }
	/** What the chat system wrote, or the librarian did without a word. */
	| { kind: 'system' | 'deed'; text: string };

const TAB_WORDS = {
	info: 'You opened the Info tab.',
	policy: 'You opened the policy page.'
} as const;

function lineOf(event: LoggedEvent, patron: string, librarian: string): TranscriptLine | null {
	switch (event.type) {
		case 'librarian.said':
		case 'librarian.sent-finding':
			return { kind: 'said', who: 'librarian', by: librarian, text: event.text };
		case 'patron.said':
			return { kind: 'said', who: 'patron', by: patron, text: event.text };
		case 'patron.left':
			return {
				kind: 'system',
				text:
					event.how === 'system-line' ? `${patron} is no longer connected.` : `${patron} has left the chat.`
			};
		case 'patron.fell-silent':
			return { kind: 'system', text: `${patron} is silent.` };
		case 'librarian.opened-tab':
			return event.tab === 'info' || event.tab === 'policy'
				? { kind: 'deed', text: TAB_WORDS[event.tab] }
				: null;
		case 'librarian.ended':
			return { kind: 'system', text: `${librarian} ended the session.` };
		default:
			return null;
	}
}

/** The whole chat, what was said before the takeover first; notes are not part of it, patrons never see them. */
export function transcriptOf(
	takeover: readonly TakeoverLine[],
	events: readonly LoggedEvent[],
	{ patron, librarian = 'You', before = librarian }: Names
): TranscriptLine[] {
	const earlier = takeover.map(({ who, text }): TranscriptLine => ({
		kind: 'said',
		who,
		by: who === 'patron' ? patron : before,
		text
	}));
	const handover: TranscriptLine[] =
		before === librarian ? [] : [{ kind: 'system', text: `${librarian} took over from ${before}.` }];
	return [...earlier, ...handover, ...events.flatMap((event) => lineOf(event, patron, librarian) ?? [])];
}
