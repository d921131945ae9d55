/** What the benchmark does inside a page. Each function is handed over by itself, so none may use what stands outside it. */

/**
 * Fills the app's own database with plain IndexedDB: copies of chats under other ids, by sixty trainees, stored as those
 * are that were handed in.
 * @param {{ chats: { events: { type: string }[] }[], count: number }} what
 */
export const fillDatabase = async ({ chats, count }) => {
	const AT_ONCE = 500;
	const TRAINEES = 60;
	/** @type {IDBDatabase} */
	const db = await new Promise((resolve, reject) => {
		const request = indexedDB.open('closing-time');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(new Error('The database can’t be opened'));
	});
	for (let from = 0; from < count; from += AT_ONCE) {
		const transaction = db.transaction(['attempts', 'events', 'entries'], 'readwrite', {
			durability: 'relaxed'
		});
		for (let number = from; number < Math.min(from + AT_ONCE, count); number++) {
			const chat = chats[number % chats.length];
			if (chat === undefined) throw new Error('There is no chat to copy');
			const { events, ...header } = chat;
			const id = `bench-${String(number).padStart(6, '0')}`;
			const startedAt = new Date(Date.UTC(2026, 0, 5) + number * 600_000).toISOString();
			const trainee = `trainee-${number % TRAINEES}`;
			transaction.objectStore('attempts').put({ ...header, id, trainee, startedAt });
			const types = [...new Set(events.map((event) => event.type))];
			transaction.objectStore('events').put({ attempt: id, seq: 1, types, events });
		}
		for (let number = 0; from === 0 && number < TRAINEES; number++) {
			transaction.objectStore('entries').put({
				id: `name-${number}`,
				kind: 'trainee',
				about: `trainee-${number}`,
				by: null,
				at: '2026-01-05T00:00:00.000Z',
				body: { name: `Trainee ${number}`, library: 'Riverbend Public Library' }
			});
		}
		await new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve(null);
			transaction.onabort = () => reject(new Error('The database could not be filled'));
		});
	}
	db.close();
};

/**
 * The same reading and writing by plain IndexedDB, without anything of ours; medians of three, in milliseconds.
 * @returns {Promise<{ rows: number, log: number, rewrite: number }>} all scores read, one log read, all scores read and written
 */
export const floors = async () => {
	/** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
	const asked = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('The database can’t be read'));
		});
	const db = await asked(indexedDB.open('closing-time'));
	/** @param {() => Promise<unknown>} work */
	const median = async (work) => {
		const times = [];
		for (let time = 0; time < 3; time++) {
			const from = performance.now();
			await work();
			times.push(performance.now() - from);
		}
		return times.sort((a, b) => a - b)[1] ?? 0;
	};
	const log = IDBKeyRange.bound(['bench-000007', -Infinity], ['bench-000007', Infinity]);
	const found = {
		rows: await median(() => asked(db.transaction('sheets').objectStore('sheets').getAll())),
		log: await median(() => asked(db.transaction('events').objectStore('events').getAll(log))),
		rewrite: await median(async () => {
			const transaction = db.transaction('sheets', 'readwrite', { durability: 'strict' });
			const sheets = await asked(transaction.objectStore('sheets').getAll());
			for (const sheet of sheets) transaction.objectStore('sheets').put(sheet);
			await new Promise((resolve) => {
				transaction.oncomplete = () => resolve(null);
			});
		})
	};
	db.close();
	return found;
};

/**
 * How long plain IndexedDB takes to store what so many files bring, 25 to a transaction, in a database of its own.
 * @param {{ chats: { events: { type: string }[] }[], count: number }} what
 */
export const importFloor = async ({ chats, count }) => {
	const AT_ONCE = 25;
	/** @type {IDBDatabase} */
	const db = await new Promise((resolve, reject) => {
		const request = indexedDB.open('bench-floor', 1);
		request.onupgradeneeded = () => {
			const events = request.result.createObjectStore('events', { keyPath: ['attempt', 'seq'] });
			events.createIndex('event.type', 'event.type');
			events.createIndex('types', 'types', { multiEntry: true });
			request.result.createObjectStore('attempts', { keyPath: 'id' });
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(new Error('The database can’t be opened'));
	});
	const start = performance.now();
	for (let from = 0; from < count; from += AT_ONCE) {
		const transaction = db.transaction(['attempts', 'events'], 'readwrite', { durability: 'strict' });
		for (let number = from; number < Math.min(from + AT_ONCE, count); number++) {
			const { events = [], ...header } = chats[number % chats.length] ?? {};
			const types = [...new Set(events.map((event) => event.type))];
			transaction.objectStore('attempts').put({ ...header, id: `floor-${number}` });
			transaction.objectStore('events').put({ attempt: `floor-${number}`, seq: 1, types, events });
		}
		await new Promise((resolve) => {
			transaction.oncomplete = () => resolve(null);
		});
	}
	const ms = performance.now() - start;
	db.close();
	return ms;
};

/**
 * Milliseconds from the call of a page to the frame in which something stands there.
 * @param {{ seen: string, text: string }} what
 */
export const opened = async ({ seen, text }) => {
	const shown = () => document.querySelector(seen)?.textContent?.includes(text) === true;
	while (!shown()) await new Promise((resolve) => requestAnimationFrame(resolve));
	await new Promise((resolve) => requestAnimationFrame(resolve));
	return { ms: performance.now(), longest: 0 };
};

/**
 * Clicks or presses a key, and gives the milliseconds until the frame in which the effect shows, with the longest task of
 * the main thread meanwhile (0: none took 50 ms).
 * @param {{ click?: string, key?: string, isGiven?: boolean, seen: string, text?: string, isNew?: boolean }} deed `seen`
 *   stands there when it is done, with `text` in it, and where `isNew` with another text than before; where `isGiven` it
 *   begins when something is chosen
 */
export const done = async ({ click, key, isGiven = false, seen, text = '', isNew = false }) => {
	if (isGiven)
		await new Promise((resolve) =>
			document.addEventListener('change', resolve, { once: true, capture: true })
		);
	let longest = 0;
	let start = performance.now();
	const watch = new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			if (startTime >= start) longest = Math.max(longest, duration);
	});
	watch.observe({ type: 'longtask' });
	const shown = () => document.querySelector(seen)?.textContent ?? null;
	const before = isNew ? shown() : null;
	start = performance.now();
	if (click !== undefined) {
		const target = document.querySelector(click);
		if (!(target instanceof HTMLElement)) throw new Error(`There is nothing to click: ${click}`);
		target.click();
	}
	if (key !== undefined)
		document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	for (let now = shown(); now === null || now === before || !now.includes(text); now = shown())
		await new Promise((resolve) => requestAnimationFrame(resolve));
	await new Promise((resolve) => requestAnimationFrame(resolve));
	const ms = performance.now() - start;
	// What is observed is told a little later.
	await new Promise((resolve) => setTimeout(resolve, 100));
	watch.disconnect();
	return { ms, longest };
};
