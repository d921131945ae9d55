import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { failureOf, STORAGE_CODES, STORAGE_FAILURES } from './failure.ts';
import { openStore } from './open.ts';
import { attemptOf, codedEvent, drillOf, headerOf, logOf, saidEvent, valueOf } from './specimens.ts';

afterEach(() => vi.restoreAllMocks());

const started = async () => {
	const { store } = await openStore({ factory: new IDBFactory() });
	await valueOf(store.create(headerOf('a')));
	await valueOf(store.append('a', logOf(2)));
	return store;
};

/** fake-indexeddb's own way to end a transaction for a reason. */
type Abortable = IDBTransaction & { _abort(name: string): void };

const originalAdd = IDBObjectStore.prototype.add;

/** The write of this number (from 1) fails as named: where it is asked for, or later when the disk is written. */
function failWrite(number: number, name: string, when: 'asked' | 'written') {
	let writes = 0;
	vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
		this: IDBObjectStore,
		...given: Parameters<typeof originalAdd>
	) {
		writes++;
		if (writes === number && when === 'asked') throw new DOMException('failed', name);
		const request = originalAdd.apply(this, given);
		if (writes === number)
			request.addEventListener('success', () => (this.transaction as Abortable)._abort(name));
		return request;
	});
}

describe('a write that fails midway', () => {
	const cases = ['asked', 'written'].flatMap((when) =>
		[
			['QuotaExceededError', 'full'],
			['AbortError', 'aborted'],
			['UnknownError', 'unavailable'],
			['DataError', 'aborted']
		].flatMap(([name, code]) => [1, 2, 3].map((number) => [when, name, number, code] as const))
	);

	test.each(cases)(
		'%s, %s at event %i of 3: the caller learns "%s", and nothing is half written',
		async (...fault) => {
			const [when, name, number, code] = fault;
			const store = await started();
			failWrite(number, name!, when as 'asked');
			const outcome = await store.append('a', [saidEvent(3), saidEvent(4), codedEvent(5)]);
			expect(outcome).toMatchObject({ ok: false, failure: { code } });
			expect((await valueOf(store.read('a')))?.attempt).toEqual(attemptOf('a', logOf(2)));
			vi.restoreAllMocks();
			// The same call again, once there is room, stores what it should have.
			expect(await valueOf(store.append('a', [saidEvent(3), saidEvent(4), codedEvent(5)]))).toBe(5);
		}
	);

	test('a merge that fails midway leaves everything as it was', async () => {
		const store = await started();
		const before = await valueOf(store.contents());
		const contents = {
			attempts: [attemptOf('b', logOf(3)), attemptOf('a', logOf(5)), attemptOf('c', logOf(1))],
			drill: [drillOf('d')],
			entries: []
		};
		for (let number = 1; number <= 5; number++) {
			failWrite(number, 'QuotaExceededError', number % 2 === 0 ? 'asked' : 'written');
			expect(await store.merge(contents), `write ${number}`).toMatchObject({ failure: { code: 'full' } });
			vi.restoreAllMocks();
			expect(await valueOf(store.contents())).toEqual(before);
		}
		expect(await valueOf(store.merge(contents))).toMatchObject({ added: 2, extended: 1, drillAdded: 1 });
	});

	test('a change that came to nothing is told to nobody', async () => {
		const store = await started();
		const heard: unknown[] = [];
		store.subscribe((areas) => heard.push(areas));
		failWrite(1, 'QuotaExceededError', 'written');
		await store.append('a', [saidEvent(3)]);
		vi.restoreAllMocks();
		await valueOf(store.saveSetting('theme', 'dark'));
		await expect.poll(() => heard).toEqual([new Set(['settings'])]);
	});
});

/** The transaction is broken off from outside once this many calls of it were made (from 1), for no reason that it tells. */
function breakOffAt(number: number, call: 'add' | 'get' | 'put') {
	let calls = 0;
	const original = IDBObjectStore.prototype[call] as (...given: unknown[]) => IDBRequest;
	vi.spyOn(IDBObjectStore.prototype, call).mockImplementation(function (
		this: IDBObjectStore,
		...given: unknown[]
	) {
		const request = original.apply(this, given);
		if (++calls === number) this.transaction.abort();
		return request;
	});
}

describe('a transaction that is broken off from outside', () => {
	test.each([
		['add', 1],
		['add', 2],
		['add', 3],
		['get', 1],
		['put', 1]
	] as const)(
		'at its %s %i comes to nothing, can be tried again, and is then stored',
		async (call, number) => {
			const store = await started();
			const events = [saidEvent(3), saidEvent(4), codedEvent(5)];
			const draft = { text: '', note: '', tab: 'scripts', elapsedMs: 0 } as const;
			breakOffAt(number, call);
			expect(await store.append('a', events, draft)).toMatchObject({
				ok: false,
				failure: { code: 'aborted' }
			});
			expect(await valueOf(store.append('a', events, draft))).toBe(5);
			vi.restoreAllMocks();
			expect((await valueOf(store.read('a')))?.attempt).toEqual(attemptOf('a', [...logOf(2), ...events]));
		}
	);
});

describe('codes', () => {
	test('each code has a sentence, and a remedy that says what is safe', () => {
		for (const code of STORAGE_CODES) {
			expect(STORAGE_FAILURES[code].sentence).toMatch(/\.$/);
			expect(STORAGE_FAILURES[code].remedy).toMatch(/safe|only in this page/);
		}
	});

	test('the innermost error that has a code decides, and a stranger means that it came to nothing', () => {
		const full = new DOMException('x', 'QuotaExceededError');
		expect(failureOf({ name: 'AbortError', inner: full }).code).toBe('full');
		expect(failureOf({ name: 'BulkError', failures: [{ name: 'ConstraintError' }] }).code).toBe('conflict');
		expect(failureOf({ name: 'DatabaseClosedError', inner: { name: 'VersionError' } }).code).toBe(
			'newer-version'
		);
		expect(failureOf(new Error('?')).code).toBe('aborted');
		expect(failureOf({ name: 'toString' }).code).toBe('aborted');
		expect(failureOf(undefined).code).toBe('aborted');
		const circle: { name: string; inner?: unknown } = { name: 'SecurityError' };
		circle.inner = circle;
		expect(failureOf(circle).code).toBe('unavailable');
	});
});
