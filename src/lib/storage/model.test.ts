import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#lib/domain/entry.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Outcome } from './failure.ts';
import type { AttemptStore, Contents, DrillResult } from './port.ts';
import { attemptOf, codedEvent, drillOf, entryOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';
import { WORLDS } from './worlds.ts';

/** What a store must be, written as plainly as possible: nothing of the code under test is used. */
class Model {
	attempts = new Map<string, { seed: number; events: LoggedEvent[] }>();
	drafts = new Map<string, string>();
	drill = new Map<string, DrillResult>();
	entries = new Map<string, Entry>();

	create(id: string, seed: number): string {
		const stored = this.attempts.get(id);
		if (stored !== undefined) return stored.seed === seed ? 'ok' : 'conflict';
		this.attempts.set(id, { seed, events: [] });
		return 'ok';
	}

	append(id: string, events: readonly LoggedEvent[]): string {
		const log = this.attempts.get(id)?.events;
		if (log === undefined) return 'conflict';
		const next = [...log];
		for (const event of events) {
			const stored = next[event.seq - 1];
			if (stored !== undefined) {
				// In one call, too, an event may not repeat one that the same call brought.
				if (event.seq > log.length || JSON.stringify(stored) !== JSON.stringify(event)) return 'conflict';
			} else if (event.seq !== next.length + 1 || (next.at(-1)?.at ?? 0) > event.at) return 'conflict';
			else next.push(event);
		}
		this.attempts.get(id)!.events = next;
		return 'ok';
	}

	remove(id: string): string {
		this.attempts.delete(id);
		this.drafts.delete(id);
		for (const entry of this.entries.values()) if (entry.about === id) this.entries.delete(entry.id);
		return 'ok';
	}

	saveDraft(id: string, text: string): string {
		if (!this.attempts.has(id)) return 'conflict';
		this.drafts.set(id, text);
		return 'ok';
	}

	addDrill(result: DrillResult): string {
		const stored = this.drill.get(result.id);
		if (stored !== undefined) return stored.right === result.right ? 'ok' : 'conflict';
		this.drill.set(result.id, result);
		return 'ok';
	}

	addEntry(entry: Entry): string {
		const stored = this.entries.get(entry.id);
		if (stored !== undefined) return stored.about === entry.about ? 'ok' : 'conflict';
		this.entries.set(entry.id, entry);
		return 'ok';
	}

	contents(): Contents {
		const ids = [...this.attempts.keys()].sort();
		return {
			attempts: ids.map((id) => {
				const { seed, events } = this.attempts.get(id)!;
				return { ...headerOf(id, { seed }), events };
			}),
			drill: [...this.drill.keys()].sort().map((id) => this.drill.get(id)!),
			entries: [...this.entries.keys()].sort().map((id) => this.entries.get(id)!)
		};
	}
}

interface Step {
	name: string;
	onModel: (model: Model) => string;
	onStore: (store: AttemptStore) => Promise<Outcome<unknown>>;
}

const id = fc.constantFrom('a', 'b', '__proto__');
const seq = fc.integer({ min: 1, max: 5 });
/** Few texts and times, so that events often are the same and often fall. */
const event = fc
	.tuple(seq, fc.constantFrom('x', 'y'), fc.constantFrom(1, 2), fc.boolean())
	.map(([number, text, at, coded]): LoggedEvent =>
		coded ? codedEvent(number, at) : saidEvent(number, text, at)
	);
const run = fc
	.tuple(seq, fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', 'y'))
	.map(([first, length, text]) =>
		Array.from({ length }, (_, index) => saidEvent(first + index, text, first + index))
	);

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.tuple(id, fc.constantFrom(1, 1, 2)).map(([of, seed]) => ({
		name: `create ${of} with seed ${seed}`,
		onModel: (model: Model) => model.create(of, seed),
		onStore: (store: AttemptStore) => store.create(headerOf(of, { seed }))
	})),
	...[run, fc.array(event, { maxLength: 3 })].map((events) =>
		fc.tuple(id, events).map(([of, list]) => ({
			name: `append to ${of}: ${JSON.stringify(list)}`,
			onModel: (model: Model) => model.append(of, list),
			onStore: (store: AttemptStore) => store.append(of, list)
		}))
	),
	id.map((of) => ({
		name: `remove ${of}`,
		onModel: (model: Model) => model.remove(of),
		onStore: (store: AttemptStore) => store.remove(of)
	})),
	fc.tuple(id, fc.string()).map(([of, text]) => ({
		name: `draft of ${of}: ${text}`,
		onModel: (model: Model) => model.saveDraft(of, text),
		onStore: (store: AttemptStore) => store.saveDraft(of, { text, note: '', tab: 'info', elapsedMs: 0 })
	})),
	fc.tuple(id, fc.boolean()).map(([of, right]) => ({
		name: `drill ${of}: ${right}`,
		onModel: (model: Model) => model.addDrill(drillOf(of, { right })),
		onStore: (store: AttemptStore) => store.addDrillResult(drillOf(of, { right }))
	})),
	fc.tuple(id, id).map(([of, about]) => ({
		name: `entry ${of} about ${about}`,
		onModel: (model: Model) => model.addEntry(entryOf(of, { about })),
		onStore: (store: AttemptStore) => store.addEntries([entryOf(of, { about })])
	}))
);

/** fake-indexeddb takes a turn of the loop for each request; a busy machine takes its time. */
const TIMEOUT_MS = 120_000;

describe.each(WORLDS)('the %s store', { timeout: TIMEOUT_MS }, (_name, world) => {
	test('after any sequence of calls, over two instances, it stands where the model stands', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(step, fc.nat(1)), { maxLength: 25 }), async (steps) => {
				const here = world();
				const stores = [await here.open(), await here.open()] as const;
				const model = new Model();
				for (const [{ name, onModel, onStore }, tab] of steps) {
					const outcome = await onStore(stores[tab]!);
					expect(outcome.ok ? 'ok' : outcome.failure.code, name).toBe(onModel(model));
				}
				expect(await valueOf(stores[0].contents())).toEqual({ ...model.contents(), unreadable: 0 });
				const { items } = await valueOf(stores[1].list());
				expect(items.map((item) => [item.header.id, item.events, item.finished, item.damaged])).toEqual(
					model
						.contents()
						.attempts.map(({ id: of, events }) => [
							of,
							events.length,
							events.some((one) => one.type === 'librarian.coded'),
							false
						])
				);
				for (const of of ['a', 'b', '__proto__']) {
					expect((await valueOf(stores[0].readDraft(of)))?.text).toBe(model.drafts.get(of));
				}
				for (const store of stores) store.close();
			}),
			{ numRuns: 150 }
		);
	});

	test('calls that run at once leave a log without gap or fork, holding every event that was acknowledged', async () => {
		const calls = fc.array(fc.tuple(fc.nat(1), run), { minLength: 2, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(calls, async (given) => {
				const here = world();
				const stores = [await here.open(), await here.open()] as const;
				await valueOf(stores[0].create(headerOf('a')));
				const outcomes = await Promise.all(given.map(([tab, events]) => stores[tab]!.append('a', events)));
				const log = (await valueOf(stores[1].read('a')))!.attempt.events;
				expect(log.map((one) => one.seq)).toEqual(log.map((_, index) => index + 1));
				const acknowledged = given.filter((_, index) => outcomes[index]!.ok).flatMap(([, events]) => events);
				expect(log).toEqual(expect.arrayContaining(acknowledged));
				expect(log.length).toBe(Math.max(0, ...acknowledged.map((one) => one.seq)));
				for (const store of stores) store.close();
			}),
			{ numRuns: 80 }
		);
	});

	test('merging is idempotent, and the order of contents that agree does not matter', async () => {
		const part = fc.record({
			attempts: fc.uniqueArray(fc.tuple(id, fc.nat(5)), { selector: ([of]) => of }),
			drill: fc.uniqueArray(id),
			entries: fc.uniqueArray(id)
		});
		const asContents = (given: {
			attempts: [string, number][];
			drill: string[];
			entries: string[];
		}): Contents => ({
			attempts: given.attempts.map(([of, length]) => attemptOf(of, logOf(length))),
			drill: given.drill.map((of) => drillOf(of)),
			entries: given.entries.map((of) => entryOf(of))
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(part, { minLength: 1, maxLength: 4 }),
				fc.infiniteStream(fc.nat()),
				async (parts, order) => {
					const results: unknown[] = [];
					const shuffled = parts
						.map((one) => [order.next().value as number, one] as const)
						.sort(([a], [b]) => a - b)
						.map(([, one]) => one);
					for (const sequence of [parts, shuffled, [...parts, ...shuffled]]) {
						const store = await world().open();
						for (const one of sequence) await valueOf(store.merge(asContents(one)));
						results.push(await valueOf(store.contents()));
						store.close();
					}
					expect(results[1]).toEqual(results[0]);
					expect(results[2]).toEqual(results[0]);
				}
			),
			{ numRuns: 40 }
		);
	});
});
