import { expect, test } from 'vitest';
import { openReplay, takeOverAt, isOwnTurn } from '#lib/app/replay.ts';
import { allScenarioIds } from '#lib/app/headless.ts';
import { SessionRun } from '#lib/app/session-run.ts';
import { simulate } from '#lib/app/simulate.ts';
import { realWorld } from '#lib/app/world.ts';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario } from '#lib/scenarios/bank.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';

const scenarios = await Promise.all(allScenarioIds().map(async (id) => (await loadScenario(id))!));
const plays = scenarios.flatMap((scenario) =>
	scenario.plays.map((play) => ({
		name: `${scenario.id}: ${play.title}`,
		scenario,
		events: simulate(scenario, 5, play.librarian, rulesRecogniser)
	}))
);

const attemptOf = (scenario: Scenario, events: readonly LoggedEvent[]): Attempt => ({
	format: 2,
	id: 'original',
	scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
	facts: scenario.facts,
	takeover: scenario.takeover,
	seed: 5,
	mode: 'assessment',
	pace: 'real',
	trainee: null,
	assignment: null,
	origin: null,
	pack: '24-7',
	startedAt: '2026-03-02T09:00:00.000Z',
	events
});

/** Does the rest of a session as it was done: what the librarian did, at the moments when they did it. */
function playOn(run: SessionRun, rest: readonly LoggedEvent[]): void {
	for (const { seq: _, at, ...event } of rest) {
		if (event.type.startsWith('librarian.') || event.type === 'clock.moved') run.act(event, at);
		else run.advance(at);
	}
}

test.each(plays)(
	'$name: taken over at any turn, the same words give the same log',
	({ scenario, events }) => {
		const turns = events.filter(isOwnTurn);
		expect(turns.length).toBeGreaterThan(0);
		for (const { seq } of turns) {
			const run = new SessionRun(scenario, 5);
			run.resume(events.slice(0, seq - 1));
			playOn(run, events.slice(seq - 1));
			expect(run.log, `taken over at event ${seq}`).toEqual(events);
		}
	}
);

test('what is taken over is a session of its own, practice, with its origin; the original stays as it is', async () => {
	const { scenario, events } = plays[0]!;
	const store = createMemoryStore();
	await store.merge({ attempts: [attemptOf(scenario, events)], drill: [], entries: [] });
	const replay = await openReplay(store, 'original');
	if (typeof replay === 'string') throw new Error(replay);
	const turn = events.findLast(isOwnTurn)!;
	const taken = await takeOverAt(store, replay, turn.seq, realWorld);
	if ('why' in taken) throw new Error(taken.why);
	const again = await store.read(taken.id);
	expect(again).toMatchObject({
		value: {
			attempt: { mode: 'practice', origin: { attempt: 'original', seq: turn.seq - 1 }, seed: 5 },
			unreadable: 0
		}
	});
	expect(again.ok && again.value?.attempt.events).toEqual(events.slice(0, turn.seq - 1));
	expect(await store.readDraft(taken.id)).toMatchObject({ value: { text: '', elapsedMs: turn.at } });
	const original = await store.read('original');
	expect(original.ok && original.value?.attempt).toEqual(attemptOf(scenario, events));
});

test('a session whose scenario was rewritten, or is gone, can be read and not taken over', async () => {
	const { scenario, events } = plays[0]!;
	const store = createMemoryStore();
	const old = attemptOf({ ...scenario, hash: 'older' }, events);
	const gone = { ...attemptOf({ ...scenario, id: 'no-such-chat' }, events), id: 'gone' };
	await store.merge({ attempts: [old, gone], drill: [], entries: [] });
	for (const id of ['original', 'gone']) {
		const replay = await openReplay(store, id);
		if (typeof replay === 'string') throw new Error(replay);
		expect(replay.whyNot).toMatch(/scenario/);
		expect(await takeOverAt(store, replay, events.find(isOwnTurn)!.seq, realWorld)).toHaveProperty('why');
	}
	const listed = await store.list();
	expect(listed.ok && listed.value.items).toHaveLength(2);
});

test('a session can not be taken over at a turn of the patron, nor beyond its end', async () => {
	const { scenario, events } = plays[0]!;
	const store = createMemoryStore();
	await store.merge({ attempts: [attemptOf(scenario, events)], drill: [], entries: [] });
	const replay = await openReplay(store, 'original');
	if (typeof replay === 'string') throw new Error(replay);
	const theirs = events.find(({ type }) => type.startsWith('patron.'))!;
	for (const seq of [theirs.seq, 0, events.length + 1, Number.NaN])
		expect(await takeOverAt(store, replay, seq, realWorld)).toHaveProperty('why');
});
