import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';
import { judge, pointsOf, type Points, type Rulings } from '#lib/domain/judge.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { caseFacts } from '#lib/domain/situation.ts';
import type { Trace } from '#lib/domain/trace.ts';
import { walkLog } from '#lib/machines/closing/walk.ts';

/** What scoring needs of a session. */
export interface Scorable {
	facts: Facts;
	takeover: readonly TakeoverLine[];
	events: readonly LoggedEvent[];
}

export interface Score {
	trace: Trace;
	rulings: Rulings;
	points: Points;
}

/** Scores a log: a pure function of its events, the facts and the policy pack. */
export function score({ facts, takeover, events }: Scorable, pack: Pack): Score {
	const trace = walkLog(facts, takeover, events, pack.waits);
	const rulings = judge(trace.standing, caseFacts(facts), pack);
	return { trace, rulings, points: pointsOf(rulings, pack) };
}
