import { describe, expect, test } from 'vitest';
import { ATTEMPT_FORMAT, type AttemptHeader } from '#lib/domain/attempt.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario, packById } from '#lib/scenarios/bank.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { AttemptStore } from '#lib/storage/port.ts';
import { LiveSession } from './live-session.svelte.ts';
import { FIRST_SCENARIO } from './progress.ts';
import { realWorld, type World } from './world.ts';

const TICK_MS = 500;
const SECOND_MS = 1_000;

/** A world whose clock moves only when it is told to, and that ticks when it does. */
class SteppedWorld implements World {
	#now = 1_000_000;
	readonly #store: AttemptStore;
	#tick = () => {};
	constructor(store: AttemptStore) {
		this.#store = store;
	}

	newId = realWorld.newId;
	newSeed = () => 5;
	timestamp = () => '2026-03-02T09:00:00.000Z';
	now = () => this.#now;
	after = () => () => {};
	every = (_ms: number, callback: () => void) => {
		this.#tick = callback;
		return () => (this.#tick = () => {});
	};

	set(now: number): void {
		this.#now = now;
	}

	/** Lets the page's clock run, tick by tick, and each tick be stored. */
	async run(ms: number): Promise<void> {
		for (let passed = 0; passed < ms; passed += TICK_MS) {
			this.#now += TICK_MS;
			this.#tick();
			// Calls of the memory store run one after another: when this one is answered, all before it are.
			await this.#store.listSettings();
			await this.#store.listSettings();
		}
	}
}

const scenario = (await loadScenario(FIRST_SCENARIO))!;
const pack = packById('24-7')!;

async function begun(over: Partial<AttemptHeader> = {}, store: AttemptStore = createMemoryStore()) {
	const world = new SteppedWorld(store);
	const header: AttemptHeader = {
		format: ATTEMPT_FORMAT,
		id: 'a',
		scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
		facts: scenario.facts,
		takeover: scenario.takeover,
		seed: 5,
		mode: 'practice',
		pace: 'real',
		trainee: null,
		assignment: null,
		origin: null,
		pack: '24-7',
		startedAt: world.timestamp(),
		...over
	};
	const parts = { world, store, recogniser: () => rulesRecogniser, scenario, header, pack };
	const session = await LiveSession.begin(parts);
	session.start();
	return { session, world, store, parts };
}

/** A store in which something else happens just when a log is being stored. */
function interrupted() {
	const whole = createMemoryStore();
	const meanwhile = { happens: () => {}, isFull: false };
	const full = { ok: false, failure: { code: 'full', problems: [] } } as const;
	const store: AttemptStore = {
		...whole,
		append: async (...given) => {
			const stored = meanwhile.isFull ? full : whole.append(...given);
			meanwhile.happens();
			return stored;
		}
	};
	return { store, meanwhile };
}

const types = ({ log }: LiveSession) => log.map(({ type }) => type);
const hasReply = (session: LiveSession) => types(session).includes('patron.said');

describe('the clock of a session', () => {
	test('at the real pace a patron who is kept waiting asks where the librarian is', async () => {
		const { session, world } = await begun();
		await world.run(151 * SECOND_MS);
		expect(hasReply(session)).toBe(true);
	});

	test('relaxed, it stands while it is the librarian’s turn, and the patron still answers', async () => {
		const { session, world } = await begun({ pace: 'relaxed' });
		await world.run(151 * SECOND_MS);
		expect([session.nowMs, hasReply(session)]).toEqual([0, false]);
		await session.say('Which e-mail address may the library use?');
		await world.run(30 * SECOND_MS);
		expect(hasReply(session)).toBe(true);
		const { nowMs } = session;
		await world.run(151 * SECOND_MS);
		expect(session.nowMs).toBe(nowMs);
	});

	test('stepped, nothing happens but what time is let pass for', async () => {
		const { session, world } = await begun({ pace: 'stepped' });
		await session.say('Which e-mail address may the library use?');
		await world.run(60 * SECOND_MS);
		expect([session.nowMs, hasReply(session)]).toEqual([0, false]);
		await session.letTimePass();
		await session.letTimePass();
		expect(hasReply(session)).toBe(true);
	});

	test('an assessment takes the time that it takes', async () => {
		const { session } = await begun({ mode: 'assessment' });
		await session.letTimePass();
		expect([session.canLetTimePass, session.nowMs]).toEqual([false, 0]);
		expect(types(session)).not.toContain('clock.moved');
	});

	test.each([
		['set back an hour', -3_600_000],
		['set forward a day', 86_400_000]
	])('where the computer’s clock is %s, the session goes on as if it had not been', async (_how, byMs) => {
		const { session, world } = await begun();
		await world.run(10 * SECOND_MS);
		world.set(world.now() + byMs);
		await world.run(10 * SECOND_MS);
		expect(session.nowMs).toBeGreaterThanOrEqual(19 * SECOND_MS);
		expect(session.nowMs).toBeLessThanOrEqual(22 * SECOND_MS);
		expect(await session.say('Hello!')).toBe(true);
		const at = session.log.map((event) => event.at);
		expect(at).toEqual([...at].sort((a, b) => a - b));
	});
});

describe('what stands unsent', () => {
	test('leaves the typing box in the same write that stores the message, and what is typed else stays', async () => {
		const { session, store } = await begun();
		session.draft = ' Hello! ';
		session.noteDraft = 'no mail yet';
		await session.saveDraft();
		await session.say('Hello!');
		expect([session.draft, session.noteDraft]).toEqual(['', 'no mail yet']);
		expect(await store.readDraft('a')).toMatchObject({ value: { text: '', note: 'no mail yet' } });
		await session.note('no mail yet');
		expect(session.noteDraft).toBe('');
		expect(await store.readDraft('a')).toMatchObject({ value: { text: '', note: '' } });
	});

	test('is not kept as unsent while it is being stored as sent', async () => {
		const { store, meanwhile } = interrupted();
		const { session } = await begun({}, store);
		session.draft = 'Hello!';
		meanwhile.happens = () => void session.saveDraft();
		expect(await session.say('Hello!')).toBe(true);
		expect(await store.readDraft('a')).toMatchObject({ value: { text: '' } });
	});

	test('is kept as unsent where storing it as sent fails', async () => {
		const { store, meanwhile } = interrupted();
		const { session } = await begun({}, store);
		session.draft = 'Hello!';
		meanwhile.isFull = true;
		meanwhile.happens = () => void session.saveDraft();
		expect(await session.say('Hello!')).toBe(false);
		await store.listSettings();
		expect(await store.readDraft('a')).toMatchObject({ value: { text: 'Hello!' } });
	});

	test('leaves the typing box too where the message tells a finding and so is sent in parts', async () => {
		const { parts, store } = await begun();
		const told = { 'courier-on-film': [['microfilm']] };
		const session = await LiveSession.begin({
			...parts,
			header: { ...parts.header, id: 'b' },
			scenario: { ...scenario, told }
		});
		session.draft = 'Hello!\n The Courier is on microfilm.  Does that help?';
		await session.say(session.draft.trim());
		expect(types(session).slice(1)).toEqual(['librarian.said', 'librarian.sent-finding', 'librarian.said']);
		expect(session.log[2]).toMatchObject({
			finding: 'courier-on-film',
			text: 'The Courier is on microfilm.'
		});
		expect(session.draft).toBe('');
		expect(await store.readDraft('b')).toMatchObject({ value: { text: '' } });
		await session.say('It is on microfilm.');
		expect(types(session).filter((type) => type === 'librarian.sent-finding')).toHaveLength(1);
	});

	test('stays where another message is sent', async () => {
		const { session } = await begun();
		session.draft = 'half a sent';
		await session.say('Thank you for using the service.', 'goodbye');
		expect(session.draft).toBe('half a sent');
	});

	test('is all there when the session is taken up again, with the tab and the clock', async () => {
		const { session, world, parts } = await begun();
		await world.run(7 * SECOND_MS);
		await session.openTab('policy');
		session.draft = 'Before you go';
		session.noteDraft = 'asked for';
		await session.saveDraft();
		const again = await LiveSession.resume(parts, session.log);
		expect([again.draft, again.noteDraft, again.tab, again.nowMs]).toEqual([
			'Before you go',
			'asked for',
			'policy',
			7 * SECOND_MS
		]);
	});
});

describe('a session that another tab has taken', () => {
	test('does nothing more, whatever is asked of it', async () => {
		const { session, world, store } = await begun();
		await session.say('Hello!');
		session.goElsewhere();
		const before = await store.contents();
		session.draft = 'something else';
		expect(await session.say('something else')).toBe(false);
		await session.openTab('info');
		await session.saveDraft();
		await world.run(200 * SECOND_MS);
		expect(await store.contents()).toEqual(before);
		expect(await store.readDraft('a')).toMatchObject({ value: { text: '' } });
	});

	test('never forks: of two pages that go on from the same event, the second is refused and keeps its words', async () => {
		const { session, parts, store } = await begun();
		await session.say('Hello!');
		const other = await LiveSession.resume(parts, session.log);
		expect(await session.say('From the first page.')).toBe(true);
		other.draft = 'From the second page.';
		expect(await other.say('From the second page.')).toBe(false);
		expect([other.failure?.code, other.draft]).toEqual(['conflict', 'From the second page.']);
		const read = await store.read('a');
		const said = read.ok ? read.value!.attempt.events.filter(({ type }) => type === 'librarian.said') : [];
		expect(said).toMatchObject([{ text: 'Hello!' }, { text: 'From the first page.' }]);
	});
});
