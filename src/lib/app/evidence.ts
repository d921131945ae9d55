import { hasSpan, type Act } from '#lib/domain/act.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { readScript } from '#lib/domain/goodbye.ts';
import type { Span } from '#lib/domain/span.ts';
import type { Region } from '#lib/domain/standing.ts';
import type { RuleId } from '#lib/domain/step.ts';
import type { Trace } from '#lib/domain/trace.ts';
import type { Evidence } from '#lib/domain/verdict.ts';

/** The regions whose moves decide a rule, and the acts whose words show it. */
const GROUNDS: Readonly<Record<RuleId, { regions: readonly Region[]; acts: readonly Act[] }>> = {
	'complete-check': { regions: ['check'], acts: ['check-answered', 'offer-more'] },
	'policy-page': { regions: ['policyPage'], acts: ['refer-away', 'explain-follow-up'] },
	'info-tab': { regions: ['infoTab'], acts: ['ask-email', 'verify-email'] },
	email: {
		regions: ['address', 'emailQuestion', 'refusal', 'reason'],
		acts: ['ask-email', 'verify-email', 'explain-need-email']
	},
	deadline: { regions: ['deadline'], acts: ['ask-deadline'] },
	'next-steps': { regions: ['explained', 'timeframe'], acts: ['explain-follow-up', 'set-timeframe'] },
	'way-out': { regions: ['wayOut'], acts: ['refer-away', 'invite-return'] },
	'no-brush-off': { regions: ['brushOff', 'explained'], acts: ['refer-away', 'explain-follow-up'] },
	note: { regions: ['fyiNote', 'needNote'], acts: [] },
	goodbye: {
		regions: ['goodbyeScript', 'thanks', 'invitation'],
		acts: ['thank-for-using', 'invite-return', 'goodbye']
	},
	'in-order': {
		regions: ['order'],
		acts: ['check-answered', 'offer-more', 'goodbye', 'thank-for-using', 'invite-return']
	},
	silence: {
		regions: ['presence', 'silenceNotice', 'silenceEnded'],
		acts: ['check-presence', 'announce-end']
	},
	'resolution-code': { regions: ['ending'], acts: [] },
	'no-email-no-follow-up': { regions: ['ending', 'fyiNote', 'needNote'], acts: [] },
	'no-empty-promise': { regions: ['promise', 'ending'], acts: ['explain-follow-up'] },
	privacy: { regions: ['private'], acts: ['ask-private'] }
};

/** The regions whose moves decide a rule. */
export const regionsDeciding = (rule: RuleId): readonly Region[] => GROUNDS[rule].regions;

/** The words of a message that show the acts: from the first to the last of them; undefined where none are known. */
export function wordsFor(event: LoggedEvent, acts: readonly Act[]): Span | undefined {
	if (event.type !== 'librarian.said') return undefined;
	const spans = event.heard.filter((heard) => acts.includes(heard.act) && hasSpan(heard));
	if (spans.length === 0) return undefined;
	return {
		start: Math.min(...spans.map(({ start }) => start)),
		end: Math.max(...spans.map(({ end }) => end))
	};
}

/** The events that brought the regions of a rule to where they stand, each once, in order, with the words that decided. */
export function evidenceFor(
	rule: RuleId,
	trace: Trace,
	events: readonly LoggedEvent[],
	facts: Facts
): Evidence[] {
	const { regions, acts } = GROUNDS[rule];
	const seqs = new Set<number>();
	for (const region of regions) {
		// Only what came after a region last began anew: a check before the last finding is no evidence any more.
		const moves = trace.moved.filter((moved) => moved.region === region && moved.seq !== null);
		const anew = moves.findLastIndex(({ to }) => to === 'unasked' || to === 'none' || to === 'not-owed');
		for (const { seq } of moves.slice(anew + 1)) seqs.add(seq!);
	}
	return [...seqs]
		.sort((one, other) => one - other)
		.map((seq) => {
			const event = events[seq - 1];
			if (event === undefined) return { seq };
			const isOwnScript =
				rule === 'goodbye' &&
				event.type === 'librarian.said' &&
				readScript(event.text, facts).whose === 'own';
			const span = isOwnScript ? { start: 0, end: event.text.length } : wordsFor(event, acts);
			return span === undefined ? { seq } : { seq, span };
		});
}
