import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import { importArchive } from './archive.ts';
import { canonical } from './canonical.ts';
import { createMemoryStore } from './memory.ts';
import type { Contents, DrillResult } from './port.ts';
import { attemptOf, codedEvent, drillOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';

/** What the store holds before each file comes: some of the files agree with it, some go on from it, some contradict it. */
const HERE: Contents = { attempts: [attemptOf('a', logOf(2)), attemptOf('b', [])], drill: [drillOf('d')] };

interface Content extends Contents {
	format: string;
	version: unknown;
	marks: readonly unknown[];
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
		attempts: fc.uniqueArray(attempt, { selector: (one) => one.id, maxLength: 3 }),
		drill: fc.uniqueArray(fc.tuple(fc.constantFrom('d', 'e'), fc.boolean()), {
			selector: ([id]) => id,
			maxLength: 2
		})
	})
	.map(({ attempts, drill }): Content => ({
		format: 'closing-time/archive',
		version: 1,
		attempts,
		drill: drill.map(([id, right]) => drillOf(id, { right })),
		marks: []
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

/** Changes one place in the content, found by a number, whatever stands there. */
function changeAt(
	value: unknown,
	place: number,
	by: unknown,
	how: 'replace' | 'remove' | 'twice' | 'key'
): unknown {
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
	if (how === 'replace') holder[key] = by;
	else if (how === 'key')
		Object.defineProperty(holder, String(by), {
			value: by,
			enumerable: true,
			configurable: true,
			writable: true
		});
	else if (Array.isArray(holder))
		holder.splice(Number(key), 1, ...(how === 'twice' ? [holder[Number(key)], holder[Number(key)]] : []));
	else delete holder[key];
	return copy;
}

const change = fc.record({
	place: fc.nat(),
	by: odd,
	how: fc.constantFrom('replace' as const, 'remove' as const, 'twice' as const, 'key' as const)
});

/** A file as it may arrive: whole, mutated and sealed anew (valid by its checksum), or broken as text. */
const file = fc
	.tuple(
		content,
		fc.oneof(
			{ weight: 1, arbitrary: fc.constant([]) },
			{ weight: 3, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) }
		)
	)
	.chain(([whole, changes]) => {
		const mutant = changes.reduce<unknown>(
			(value, { place, by, how }) => changeAt(value, place, by, how),
			whole
		);
		const text = seal(typeof mutant === 'object' && mutant !== null ? mutant : { mutant });
		return fc.oneof(
			{ weight: 3, arbitrary: fc.constant(text) },
			{
				weight: 2,
				arbitrary: fc
					.tuple(fc.nat(text.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 5 }))
					.map(([at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length))
			}
		);
	});

/** What must be here after a file is taken in, worked out without any code of ours. */
function joined(here: Contents, file: Contents): Contents {
	const byId = <T extends { id: string }>(records: readonly T[]) =>
		[...records].sort((a, b) => (a.id < b.id ? -1 : 1));
	const attempts = new Map<string, Attempt>(here.attempts.map((one) => [one.id, one]));
	for (const one of file.attempts) {
		if (one.events.length >= (attempts.get(one.id)?.events.length ?? 0)) attempts.set(one.id, one);
	}
	const drill = new Map<string, DrillResult>([...here.drill, ...file.drill].map((one) => [one.id, one]));
	return { attempts: byId([...attempts.values()]), drill: byId([...drill.values()]) };
}

test(
	'over 10,000 files, whole, mutated or broken: what is stored changes only when a file is accepted whole',
	{ timeout: 300_000 },
	async () => {
		const codes = new Map<string, number>();
		await fc.assert(
			fc.asyncProperty(file, async (text) => {
				const store = createMemoryStore();
				await valueOf(store.merge(HERE));
				const outcome = await importArchive(store, text);
				const { attempts, drill, unreadable } = await valueOf(store.contents());
				const code = outcome.ok ? 'accepted' : outcome.failure.code;
				codes.set(code, (codes.get(code) ?? 0) + 1);
				const expected = outcome.ok ? joined(HERE, JSON.parse(text) as Content) : HERE;
				expect(canonical({ attempts, drill, unreadable })).toBe(canonical({ ...expected, unreadable: 0 }));
				if (!outcome.ok) expect(outcome.failure.problems.length).toBeGreaterThan(0);
				expect(Object.keys(Object.prototype)).toEqual([]);
			}),
			{ numRuns: 10_000 }
		);
		// A fuzzer that reaches only one gate tests only one gate.
		for (const code of ['accepted', 'damaged', 'conflict', 'newer', 'not-an-archive']) {
			expect(codes.get(code) ?? 0, JSON.stringify([...codes])).toBeGreaterThan(20);
		}
	}
);
