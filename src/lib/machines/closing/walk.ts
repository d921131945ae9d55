import type { Cued } from '#lib/domain/cue.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts, TakeoverLine } from '#lib/domain/facts.ts';
import { Hearing, takeoverCues } from '#lib/domain/hearing.ts';
import type { Waits } from '#lib/domain/pack.ts';
import type { Region, Standing } from '#lib/domain/standing.ts';
import { TAKEOVER_SEQ, type Moved, type Trace } from '#lib/domain/trace.ts';
import { BEGINNING, movesOf } from './table.ts';

/** Walks the closing chart along one log, and keeps which event moved which region where. */
class ClosingWalk {
	#standing: Standing = BEGINNING;
	readonly #moved: Moved[] = [];
	readonly #waiting = new Map<Region, number>();

	readonly #waits: Waits;

	constructor(waits: Waits) {
		this.#waits = waits;
	}

	get standing(): Standing {
		return this.#standing;
	}

	get moved(): readonly Moved[] {
		return this.#moved;
	}

	/** When the next wait will have passed, in milliseconds since the takeover; null where nothing is waited for. */
	get nextStrike(): number | null {
		return this.#waiting.size === 0 ? null : Math.min(...this.#waiting.values());
	}

	/** Lets every wait strike that has passed by then; exactly the wait is enough. */
	passTime(at: number): void {
		for (;;) {
			let next: [Region, number] | null = null;
			for (const entry of this.#waiting) {
				if (entry[1] <= at && (next === null || entry[1] < next[1])) next = entry;
			}
			if (next === null) return;
			this.#waiting.delete(next[0]);
			this.#take({ type: 'clock.struck', region: next[0] }, null, next[1]);
		}
	}

	/** `seq` is the place of the event in the log, null where it stands in no log. */
	step(event: Cued, seq: number | null, at: number): void {
		this.passTime(at);
		this.#take(event, seq, at);
		// What had not been waited for when the session ended is not waited for afterwards.
		if (event.type === 'librarian.ended') this.#waiting.clear();
	}

	#take(event: Cued, seq: number | null, at: number): void {
		const moves = movesOf(event, this.#standing);
		if (moves.length === 0) return;
		const standing = { ...this.#standing } as Record<Region, string>;
		for (const { region, to, step, wait } of moves) {
			this.#moved.push({ seq, at, region, from: standing[region], to, step });
			standing[region] = to;
			if (wait === null) this.#waiting.delete(region);
			else this.#waiting.set(region, at + this.#waits[wait]);
		}
		this.#standing = standing as unknown as Standing;
	}
}

/** Follows a whole log. */
export function walkLog(
	facts: Facts,
	takeover: readonly TakeoverLine[],
	events: readonly LoggedEvent[],
	waits: Waits
): Trace {
	const walk = new ClosingWalk(waits);
	const hearing = new Hearing(facts);
	walk.step({ type: 'session.taken-over', cues: takeoverCues(facts, takeover) }, TAKEOVER_SEQ, 0);
	for (const event of events) {
		walk.passTime(event.at);
		const cued = hearing.hear(event);
		if (cued !== null) walk.step(cued, event.seq, event.at);
	}
	return { standing: walk.standing, moved: walk.moved };
}
