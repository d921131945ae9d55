import { canonical } from '../../src/lib/storage/canonical.ts';
import { checksumOf } from '../../src/lib/storage/checksum.ts';

const FACTS = {
	library: { name: 'Riverbend Public Library', goodbye: null },
	otherScripts: {},
	patron: { name: 'Dolores', email: null, works: true },
	need: 'met',
	withinReach: false,
	local: false,
	policyAnswers: false,
	fyi: null,
	noteWords: ['obituary'],
	findings: {}
};

export interface Handed {
	name: string;
	/** What was said last, and what was heard in it. */
	said: { text: string; heard: readonly object[] };
	code: string;
	/** Minutes after nine on which it was begun. */
	minute?: number;
}

const minutes = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;

/** One chat of somebody, with their name. */
export function chatOf(id: string, { name, said, code, minute = 0 }: Handed) {
	const trainee = `trainee-${id}`;
	return {
		attempt: {
			format: 2,
			id,
			scenario: { id: 'obituary-of-1894', title: 'The obituary of 1894', hash: 'none' },
			facts: FACTS,
			takeover: [{ who: 'patron', text: 'I look for an obituary of 1894.' }],
			seed: 5,
			mode: 'practice',
			pace: 'relaxed',
			trainee,
			assignment: null,
			origin: null,
			pack: '24-7',
			startedAt: minutes(minute),
			events: [
				{ type: 'librarian.said', ...said, recogniser: '1', seq: 1, at: 1000 },
				{ type: 'librarian.ended', seq: 2, at: 9000 },
				{ type: 'librarian.coded', code, descriptive: [], seq: 3, at: 9500 }
			]
		},
		entry: {
			id: `name-${id}`,
			kind: 'trainee',
			about: trainee,
			by: trainee,
			at: minutes(minute),
			body: { name, library: 'Riverbend' }
		}
	};
}

/** A sealed file of these chats, as a trainee hands it in. */
export async function fileOf(name: string, chats: readonly ReturnType<typeof chatOf>[]) {
	const content = {
		format: 'closing-time/archive',
		version: 2,
		attempts: chats.map(({ attempt }) => attempt),
		drill: [],
		entries: chats.map(({ entry }) => entry)
	};
	const text = canonical({ ...content, checksum: await checksumOf(content) });
	return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}
