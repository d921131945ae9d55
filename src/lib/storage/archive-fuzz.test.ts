import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry } from '#lib/domain/entry.ts';
import { importArchive } from './archive.ts';
import { canonical } from './canonical.ts';
import { createMemoryStore } from './memory.ts';
import type { Contents, DrillResult } from './port.ts';
import { attemptOf, codedEvent, drillOf, entryOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';

/** What the store holds before each file comes: some of the files agree with it, some go on from it, some contradict it. */
const HERE: Contents = {
	attempts: [attemptOf('a', logOf(2)), attemptOf('b', [])],
	drill: [drillOf('d')],
	entries: [entryOf('t')]
};

interface Content extends Contents {
	format: string;
	version: unknown;
}

const seal = (content: object): string =>
	canonical({
		...content,
		checksum: `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`
	});

const log = fc.oneof(
	fc.nat(4).map(logOf),
	fc
		.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 3 })
		.map((texts) => texts.map((text, index) => saidEvent(index + 1, text))),
	fc.nat(2).map((length) => [...logOf(length), codedEvent(length + 1)])
);
const attempt = fc
	.tuple(fc.constantFrom('a', 'b', 'c'), log, fc.constantFrom(7, 7, 7, 8))
	.map(([id, events, seed]): Attempt => ({ ...headerOf(id, { seed }), events }));
const content = fc
	.record({
		version: fc.constantFrom(2, 2, 2, 2, 2, 2, 2, 2, 2, 3),
		attempts: fc.uniqueArray(attempt, { selector: (one) => one.id, maxLength: 3 }),
		drill: fc.uniqueArray(fc.tuple(fc.constantFrom('d', 'e'), fc.boolean()), {
			selector: ([id]) => id,
			maxLength: 2
		}),
		entries: fc.uniqueArray(
			fc.tuple(fc.constantFrom('t', 'u'), fc.constantFrom('trainee-1', 'trainee-1', 'b')),
			{
				selector: ([id]) => id,
				maxLength: 2
			}
		)
	})
	.map(({ version, attempts, drill, entries }): Content => ({
		format: 'closing-time/archive',
		version,
		attempts,
		drill: drill.map(([id, right]) => drillOf(id, { right })),
		entries: entries.map(([id, about]) => entryOf(id, { about }))
	}));

/** Values that have broken parsers before. */
const odd = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		0,
		-0,
		-1,
		1.5,
		1e308,
		2 ** 53,
		'',
		[],
		{},
		[[]],
		'__proto__',
		'\u0000',
		'2026-02-30'
	),
	fc.jsonValue({ maxDepth: 3 })
);

/** A small change that keeps the kind of a value: most of these a schema can not tell. */
function tweak(value: unknown, by: unknown): unknown {
	if (typeof value === 'boolean') return !value;
	if (typeof value === 'number') return value + 1;
	return typeof value === 'string' ? `${value}${String(by).slice(0, 2)}` : value;
}

const KINDS = ['tweak', 'tweak', 'replace', 'remove', 'twice', 'key'] as const;
interface Change {
	place: number;
	by: unknown;
	how: (typeof KINDS)[number];
}

/** Changes one place in the content, found by a number, whatever stands there. */
function changed(value: unknown, { place, by, how }: Change): unknown {
	const copy = JSON.parse(JSON.stringify(value)) as unknown;
	const spots: { holder: Record<string, unknown>; key: string }[] = [];
	const walk = (one: unknown): void => {
		if (typeof one !== 'object' || one === null) return;
		for (const key of Object.keys(one)) {
			spots.push({ holder: one as Record<string, unknown>, key });
			walk((one as Record<string, unknown>)[key]);
		}
	};
	walk(copy);
	const spot = spots[place % spots.length];
	if (spot === undefined) return copy;
	const { holder, key } = spot;
	const old = holder[key];
	if (how === 'tweak') holder[key] = tweak(old, by);
	else if (how === 'replace') holder[key] = by;
	else if (how === 'key') {
		// Not by assignment: that would set the prototype where the key is __proto__.
		// A record may hold a key that keeps it from being turned into a text by `String`.
		Object.defineProperty(holder, typeof by === 'string' ? by : JSON.stringify(by), {
			value: by,
			enumerable: true,
			configurable: true,
			writable: true
		});
	} else if (Array.isArray(holder)) holder.splice(Number(key), 1, ...(how === 'twice' ? [old, old] : []));
	else Reflect.deleteProperty(holder, key);
	return copy;
}

const change: fc.Arbitrary<Change> = fc.record({ place: fc.nat(), by: odd, how: fc.constantFrom(...KINDS) });

/** A file whole or changed, sealed anew: its checksum fits whatever it says. */
const sealedFile = fc
	.tuple(content, fc.oneof(fc.constant([]), fc.array(change, { minLength: 1, maxLength: 2 })))
	.map(([whole, changes]) => {
		const mutant = changes.reduce<unknown>(changed, whole) as object;
		return { text: seal(mutant), kind: changes.length === 0 ? 'whole' : 'mutant' };
	});

/** A file that was broken as a text: a piece is missing, something else stands in its place. */
const brokenFile = fc
	.tuple(
		sealedFile,
		fc.oneof(
			{ weight: 40, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
			{ weight: 1, arbitrary: fc.constant('format' as const) }
		),
		fc.nat(20),
		fc.string({ unit: 'binary', maxLength: 5 })
	)
	.map(([{ text }, where, length, insert]) => {
		const at = where === 'format' ? text.indexOf('closing-time/') : Math.floor(where * text.length);
		return { text: text.slice(0, at) + insert + text.slice(at + length), kind: 'broken' };
	});

const file = fc.oneof({ weight: 3, arbitrary: sealedFile }, { weight: 1, arbitrary: brokenFile });

/** What must be here after a file is taken in, worked out without any code of ours. */
function joined(here: Contents, file: Contents): Contents {
	const byId = <T extends { id: string }>(records: readonly T[]) =>
		[...records].sort((a, b) => (a.id < b.id ? -1 : 1));
	const attempts = new Map<string, Attempt>(here.attempts.map((one) => [one.id, one]));
	for (const one of file.attempts) {
		if (one.events.length >= (attempts.get(one.id)?.events.length ?? 0)) attempts.set(one.id, one);
	}
	const drill = new Map<string, DrillResult>([...here.drill, ...file.drill].map((one) => [one.id, one]));
	const entries = new Map<string, Entry>([...here.entries, ...file.entries].map((one) => [one.id, one]));
	return {
		attempts: byId([...attempts.values()]),
		drill: byId([...drill.values()]),
		entries: byId([...entries.values()])
	};
}

const filled = async () => {
	const store = createMemoryStore();
	await valueOf(store.merge(HERE));
	return store;
};

/** What must happen often enough: a fuzzer that reaches only one gate tests only one gate. */
const FATES = [
	...['accepted', 'conflict', 'newer'].map((fate) => `whole: ${fate}`),
	...['accepted', 'conflict', 'damaged', 'newer'].map((fate) => `mutant: ${fate}`),
	...['damaged', 'not-an-archive'].map((fate) => `broken: ${fate}`)
];

/** Some ten seconds on a quiet machine. */
const TIMEOUT_MS = 300_000;

test(
	'over 10,000 files, whole, mutated or broken: what is stored changes only when a file is accepted whole',
	{ timeout: TIMEOUT_MS },
	async () => {
		const fates = new Map<string, number>();
		let store = await filled();
		await fc.assert(
			fc.asyncProperty(file, async ({ text, kind }) => {
				const outcome = await importArchive(store, text);
				const contents = canonical(await valueOf(store.contents()));
				if (outcome.ok) store = await filled();
				else expect(outcome.failure.problems.length).toBeGreaterThan(0);
				const expected = outcome.ok ? joined(HERE, JSON.parse(text) as Content) : HERE;
				expect(contents).toBe(canonical({ ...expected, unreadable: 0 }));
				expect(Object.keys(Object.prototype)).toEqual([]);
				const fate = `${kind}: ${outcome.ok ? 'accepted' : outcome.failure.code}`;
				fates.set(fate, (fates.get(fate) ?? 0) + 1);
			}),
			{ numRuns: 10_000 }
		);
		for (const fate of FATES) {
			expect(fates.get(fate) ?? 0, `${fate} of ${JSON.stringify([...fates])}`).toBeGreaterThan(20);
		}
	}
);
