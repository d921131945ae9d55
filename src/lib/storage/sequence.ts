import type { LoggedEvent } from '#lib/domain/event.ts';

/** Why `next` can't be the event after `previous` (null: it would be the first); null where it can. */
export function followProblem(previous: LoggedEvent | null, next: LoggedEvent): string | null {
	const due = (previous?.seq ?? 0) + 1;
	if (next.seq !== due) return `event ${next.seq} was given where ${due} is next`;
	if (previous !== null && next.at < previous.at) {
		return `event ${next.seq} lies at ${next.at} ms, before event ${previous.seq} at ${previous.at} ms`;
	}
	return null;
}

/** The first event of a log that does not follow, in words; null where all do. */
export function sequenceProblem(events: readonly LoggedEvent[]): string | null {
	let previous: LoggedEvent | null = null;
	for (const event of events) {
		const problem = followProblem(previous, event);
		if (problem !== null) return problem;
		previous = event;
	}
	return null;
}
