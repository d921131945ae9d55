/**
 * What past versions of the program left behind, kept as it was: the databases of version 1 (no entries, attempts of
 * format 1), of version 2 (no scores) and of version 3 (each event and each score in a row of its own), and a file of version 1. A record of the past is never brought up to date.
 */
const FACTS = {
	library: { name: 'Alder County Library', goodbye: 'Thank you. Come back soon.' },
	otherScripts: {},
	patron: { name: 'Dolores', email: null, works: true },
	need: 'open',
	withinReach: false,
	local: true,
	policyAnswers: false,
	fyi: null,
	noteWords: ['obituary'],
	findings: {}
};

const HEAD = {
	format: 1,
	id: 'old',
	scenario: { id: 'dolores', title: 'The obituary', hash: 'h1' },
	facts: FACTS,
	takeover: [{ who: 'patron', text: 'I look for an obituary.' }],
	seed: 7,
	mode: 'guided',
	pack: '24-7',
	startedAt: '2026-01-31T09:30:00.000Z'
};

const EVENTS = [
	{ type: 'librarian.opened-tab', tab: 'info', seq: 1, at: 900 },
	{
		type: 'librarian.said',
		text: 'Goodbye!',
		heard: [{ act: 'goodbye', start: 0, end: 7, confidence: 0.97 }],
		recogniser: '1',
		seq: 2,
		at: 2000
	},
	{ type: 'librarian.ended', seq: 3, at: 3000 }
];

const DRILL = {
	id: 'd',
	caseId: 'lost-call-misused',
	code: 'lost-call',
	at: '2026-01-31T10:00:00.000Z',
	right: false,
	rule: 'lost-call-needs-silence'
};

/** The file of version 1, sealed by that version. */
export const FILE_1 = JSON.stringify({
	format: 'closing-time/archive',
	version: 1,
	checksum: 'sha256:ea0453519a08ebbcc5cf80d1af45285d253afded575735d2db3f4c21b0e5318c',
	attempts: [{ ...HEAD, events: EVENTS }],
	drill: [DRILL],
	marks: []
});

/** Makes the database as version 1 made it, with the same records, an open draft and a setting. */
export const plantDatabase1 = (factory: IDBFactory, name: string): Promise<void> =>
	new Promise((resolve, reject) => {
		// Dexie counts in tenths: its version 1 is the database's own 10.
		const request = factory.open(name, 10);
		request.onerror = () => reject(new Error('not opened'));
		request.onupgradeneeded = () => {
			const { result: database } = request;
			const attempts = database.createObjectStore('attempts', { keyPath: 'id' });
			const events = database.createObjectStore('events', { keyPath: ['attempt', 'seq'] });
			events.createIndex('event.type', 'event.type');
			const drill = database.createObjectStore('drill', { keyPath: 'id' });
			const settings = database.createObjectStore('settings', { keyPath: 'key' });
			const drafts = database.createObjectStore('drafts', { keyPath: 'attempt' });
			const setAside = database.createObjectStore('setAside', { keyPath: 'number', autoIncrement: true });
			setAside.createIndex('attempt', 'attempt');
			database.createObjectStore('probe', { keyPath: 'id' });
			attempts.put(HEAD);
			attempts.put({ id: 'broken', format: 1, seed: 'x' });
			for (const event of EVENTS) events.put({ attempt: HEAD.id, seq: event.seq, event });
			drill.put(DRILL);
			settings.put({ key: 'mode', value: 'practice' });
			drafts.put({ attempt: HEAD.id, text: 'Before you go', tab: 'info', elapsedMs: 2500 });
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});

const HEAD_2 = { ...HEAD, format: 2, pace: 'real', trainee: 't1', assignment: null, origin: null };

const ENTRY_2 = {
	id: 'e',
	kind: 'trainee',
	about: 't1',
	by: 't1',
	at: '2026-01-31T09:00:00.000Z',
	body: { name: 'Wen Holloway', library: 'Alder County Library' }
};

/** Makes the database with the tables that versions 2 and 3 share, a session event by event and the name of who played it. */
const plantWithEntries = (
	factory: IDBFactory,
	name: string,
	version: number,
	plantMore: (database: IDBDatabase) => void
): Promise<void> =>
	new Promise((resolve, reject) => {
		const request = factory.open(name, version);
		request.onerror = () => reject(new Error('not opened'));
		request.onupgradeneeded = () => {
			const { result: database } = request;
			const attempts = database.createObjectStore('attempts', { keyPath: 'id' });
			const events = database.createObjectStore('events', { keyPath: ['attempt', 'seq'] });
			events.createIndex('event.type', 'event.type');
			database.createObjectStore('drill', { keyPath: 'id' });
			database.createObjectStore('settings', { keyPath: 'key' });
			database.createObjectStore('drafts', { keyPath: 'attempt' });
			const setAside = database.createObjectStore('setAside', { keyPath: 'number', autoIncrement: true });
			setAside.createIndex('attempt', 'attempt');
			database.createObjectStore('probe', { keyPath: 'id' });
			const entries = database.createObjectStore('entries', { keyPath: 'id' });
			entries.createIndex('kind', 'kind');
			entries.createIndex('about', 'about');
			plantMore(database);
			attempts.put(HEAD_2);
			for (const event of EVENTS) events.put({ attempt: HEAD_2.id, seq: event.seq, event });
			entries.put(ENTRY_2);
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});

/** Makes the database as version 2 made it. */
export const plantDatabase2 = (factory: IDBFactory, name: string): Promise<void> =>
	plantWithEntries(factory, name, 20, () => {});

const SCORE_3 = {
	attempt: HEAD.id,
	trainee: 't1',
	scenario: 'dolores',
	title: 'The obituary',
	mode: 'practice',
	assignment: null,
	startedAt: '2026-01-31T09:30:00Z',
	isCoded: false,
	earned: 3,
	possible: 9,
	isPassed: false,
	machine: 'mmmmmmmmmmmmmkkk',
	holds: 'mmmmmmmmmmmmmkkk',
	playedPack: '24-7',
	pack: '24-7@1',
	rules: 1,
	standing: '0'.repeat(33),
	facts: '00000',
	waits: '1/2/3',
	isReviewed: false,
	openDisputes: 0,
	labels: []
};

/** Makes the database as version 3 made it: with the score of the session in a row of its own. */
export const plantDatabase3 = (factory: IDBFactory, name: string): Promise<void> =>
	plantWithEntries(factory, name, 30, (database) => {
		database.createObjectStore('scores', { keyPath: 'attempt' }).put(SCORE_3);
	});
