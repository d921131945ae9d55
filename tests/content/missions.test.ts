import { describe, expect, test } from 'vitest';
import { debriefOf } from '#lib/app/debrief.ts';
import { fileSession } from '#lib/app/follow-up-case.ts';
import { missionDesk, missionDeskOf, ownDeskOf, type DeskSession } from '#lib/app/follow-up-desk.ts';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import type { EntryOf } from '#lib/domain/entry.ts';
import type { FollowUpDeed } from '#lib/domain/follow-up.ts';
import { LIBRARIES, packById } from '#lib/scenarios/bank.ts';
import type { MissionSession } from '#lib/scenarios/mission.ts';
import { readMissions } from '#lib/scenarios/mission-schema.ts';
import { MISSIONS } from '#lib/scenarios/missions.ts';

const pack = packById('24-7')!;
const riverbend = MISSIONS.find(({ id }) => id === 'tuesday-at-riverbend')!;
const saltmarsh = MISSIONS.find(({ id }) => id === 'wednesday-at-saltmarsh')!;

/** Deeds as entries, in their order. */
function entriesOf(
	mission: { id: string },
	deeds: readonly [about: string, FollowUpDeed][]
): EntryOf<'follow-up'>[] {
	const desk = missionDesk(mission);
	return deeds.map(([about, body], index) => ({
		id: `e${String(index).padStart(3, '0')}`,
		kind: 'follow-up',
		about: about === '' ? desk : `${desk}.${about}`,
		by: null,
		at: '2026-03-03T10:00:00.000Z',
		body
	}));
}
const deskAfter = (mission: typeof riverbend, ...deeds: [string, FollowUpDeed][]) =>
	missionDeskOf(mission, entriesOf(mission, deeds));
const sessionIn = (sessions: readonly DeskSession[], id: string) =>
	sessions.find((one) => one.id.endsWith(`.${id}`))!;

const takeUp = { deed: 'took-up' } as const;
const close = { deed: 'closed' } as const;
const reply = { deed: 'replied', text: 'Here it is.' } as const;
const reject = { deed: 'rejected', note: 'Promised, and coded Answered.' } as const;
const dayPasses = ['', { deed: 'let-days-pass', days: 1 }] as [string, FollowUpDeed];
const putIn = (address: string) => ({ deed: 'put-in-address', address }) as const;

const arrived = (mission: typeof riverbend) =>
	deskAfter(mission).sessions.map(({ id, standing, affair }) => [
		id.split('.').at(-1),
		standing.list,
		affair
	]);

describe('the missions', () => {
	test('Riverbend’s four sessions lie where their codes put them', () => {
		expect(arrived(riverbend)).toEqual([
			['iron-footbridge', 'new', 'waits'],
			['tuba-on-the-roof', 'new', 'nobody-to-write-to'],
			['seed-library', 'answered', 'unseen'],
			['museum-pass', 'new', 'note-unread']
		]);
	});

	test('Saltmarsh’s three lie where theirs put them', () => {
		expect(arrived(saltmarsh)).toEqual([
			['pilot-boat', 'closed', 'unseen'],
			['mussels', 'new', 'waits'],
			['tide-table', 'new', 'no-task']
		]);
	});

	const played: [string, FollowUpDeed][] = [
		['iron-footbridge', takeUp],
		['iron-footbridge', putIn(' Winifred.Okoro@example.org')],
		['iron-footbridge', reply],
		['tuba-on-the-roof', takeUp],
		['tuba-on-the-roof', close],
		['seed-library', reject],
		['seed-library', takeUp],
		['seed-library', reply],
		['museum-pass', takeUp],
		['museum-pass', close]
	];

	test('played well, everybody at Riverbend has what they can have by the next day', () => {
		const before = deskAfter(riverbend, ...played);
		expect(before.sessions.every(({ isSettled }) => isSettled)).toBe(false);
		const { sessions } = deskAfter(riverbend, ...played, dayPasses);
		expect(sessions.map(({ affair }) => affair)).toEqual([
			'answered',
			'nobody-to-write-to',
			'answered',
			'note-read'
		]);
		expect(sessions.map(({ standing }) => standing.promise)).toEqual(['kept', 'broken', 'kept', 'none']);
		expect(sessions.every(({ isSettled }) => isSettled)).toBe(true);
	});

	test('left for three days, the footbridge is too late and the beans are not seen at all', () => {
		const { sessions } = deskAfter(riverbend, dayPasses, dayPasses, dayPasses);
		expect(sessionIn(sessions, 'iron-footbridge').affair).toBe('too-late');
		expect(sessionIn(sessions, 'iron-footbridge').standing.promise).toBe('broken');
		expect(sessionIn(sessions, 'seed-library').affair).toBe('unseen');
	});

	test('the footbridge is in time on its Thursday, and not the day after', () => {
		const answered = (days: number) => {
			const deeds: [string, FollowUpDeed][] = [
				...Array.from({ length: days }, () => dayPasses),
				...played.slice(0, 3),
				dayPasses
			];
			return sessionIn(deskAfter(riverbend, ...deeds).sessions, 'iron-footbridge').affair;
		};
		expect([answered(2), answered(3)]).toEqual(['answered', 'answered-late']);
	});

	test('mail to the mussels comes back, and with it closed there is nothing more to be done', () => {
		const deeds: [string, FollowUpDeed][] = [['mussels', takeUp], ['mussels', reply], dayPasses];
		const back = sessionIn(deskAfter(saltmarsh, ...deeds).sessions, 'mussels');
		expect([back.affair, back.standing.list, back.isSettled]).toEqual(['came-back', 'active', false]);
		const closed = sessionIn(deskAfter(saltmarsh, ...deeds, ['mussels', close]).sessions, 'mussels');
		expect([closed.affair, closed.isSettled]).toEqual(['came-back', true]);
	});

	test('begun again, a mission is as it was at first, and keeps what is done after', () => {
		const again: [string, FollowUpDeed] = ['', { deed: 'began' }];
		expect(deskAfter(riverbend, ...played, dayPasses, again).sessions).toEqual(deskAfter(riverbend).sessions);
		const { sessions, now } = deskAfter(riverbend, ...played, dayPasses, again, ['museum-pass', takeUp]);
		expect(sessionIn(sessions, 'museum-pass').standing.list).toBe('active');
		expect(now).toBe(deskAfter(riverbend).now);
	});

	test('entries in another order give the same desk', () => {
		const entries = entriesOf(riverbend, [...played, dayPasses]);
		const { sessions } = missionDeskOf(riverbend, [...entries].reverse());
		expect(sessions.map(({ affair, history }) => [affair, history])).toEqual(
			missionDeskOf(riverbend, entries).sessions.map(({ affair, history }) => [affair, history])
		);
	});
});

describe('what the quality tip says comes true', () => {
	const footbridge = riverbend.sessions.find(({ id }) => id === 'iron-footbridge')!;
	const tuba = riverbend.sessions.find(({ id }) => id === 'tuba-on-the-roof')!;
	const coded = (session: MissionSession, code: ResolutionCode): MissionSession => ({
		...session,
		events: session.events.map((event) => (event.type === 'librarian.coded' ? { ...event, code } : event))
	});
	const with1 = (session: MissionSession, ...deeds: FollowUpDeed[]) =>
		missionDeskOf(
			{ ...riverbend, sessions: [session] },
			entriesOf(riverbend, [...deeds.map((deed): [string, FollowUpDeed] => [session.id, deed]), dayPasses])
		).sessions[0]!;

	test('an address typed during the chat can be put in by the follow-up librarian, and the answer arrives', () => {
		const typed = {
			...footbridge,
			facts: { ...footbridge.facts, patron: { name: 'Winifred', email: null, works: false } }
		};
		expect(with1(typed, takeUp, reply).standing.mail).toBe('unsent');
		expect(with1(typed, takeUp, putIn('winifred.okoro@example.org'), reply).affair).toBe('answered');
	});

	test('with no address there is nothing to be done', () => {
		const dead = with1(tuba, takeUp, reply);
		expect([dead.affair, dead.can.replied, dead.canArrive]).toEqual(['nobody-to-write-to', false, false]);
		expect(dead.unreached).toBe('unasked');
		expect(with1(tuba, takeUp, putIn('hallmonitor@example.org'), reply).affair).toBe('came-back');
	});

	test('a session sent for information has its note as the task, and without a note has no task', () => {
		const pass = riverbend.sessions.find(({ id }) => id === 'museum-pass')!;
		expect(with1(pass).affair).toBe('note-unread');
		const noteless = { ...pass, events: pass.events.filter(({ type }) => type !== 'librarian.noted') };
		expect(with1(noteless).affair).toBe('no-task');
	});

	test('the same session coded Lost Call lies where nobody looks', () => {
		const lost = with1(coded(footbridge, 'lost-call'));
		expect([lost.standing.list, lost.affair]).toEqual(['closed', 'unseen']);
		expect(with1(footbridge).standing.list).toBe('new');
	});

	test.for(
		MISSIONS.flatMap(({ sessions, followUpLibrarian }) =>
			sessions.map((one) => [one.id, one, followUpLibrarian] as const)
		)
	)('%s lies in the list that a debrief of it shows', ([, session, followUpLibrarian]) => {
		const filed = fileSession(session, pack, 0, followUpLibrarian);
		expect(filed?.filing.list).toBe(debriefOf({ ...session, seed: 1 }, pack).consequence?.list);
	});
});

test('a chat of one’s own in which time was let pass is answered a day after the reply all the same', async () => {
	const { facts, takeover, events } = riverbend.sessions.find(({ id }) => id === 'iron-footbridge')!;
	const HOURS_3 = 3 * 60 * 60_000;
	const attempt: Attempt = {
		format: 2,
		id: 'mine',
		scenario: { id: 'iron-footbridge', title: 'The iron footbridge', hash: '' },
		facts,
		takeover,
		seed: 1,
		mode: 'practice',
		pace: 'stepped',
		trainee: null,
		assignment: null,
		origin: null,
		pack: '24-7',
		startedAt: '2026-03-01T09:00:00.000Z',
		events: events.map((event) => ({ ...event, at: event.at + HOURS_3 }))
	};
	const deeds: [string, FollowUpDeed, string][] = [
		['mine', takeUp, '09:05'],
		['mine', putIn('winifred.okoro@example.org'), '09:06'],
		['mine', reply, '09:07'],
		['own-desk', { deed: 'let-days-pass', days: 1 }, '09:08']
	];
	const entries = deeds.map(([about, body, at]) => ({
		id: at,
		kind: 'follow-up' as const,
		about,
		by: null,
		at: `2026-03-01T${at}:00.000Z`,
		body
	}));
	const now = Date.parse('2026-03-01T09:09:00.000Z');
	const affairAfter = async (count: number) =>
		(await ownDeskOf([attempt], entries.slice(0, count), now)).sessions[0]?.affair;
	expect([await affairAfter(3), await affairAfter(4)]).toEqual(['under-way', 'answered']);
});

describe('a mission that is not fit', () => {
	const fit = {
		id: 'monday',
		title: 'Monday',
		intro: 'Look.',
		library: 'riverbend',
		weekday: 'Monday',
		sessions: [
			{
				id: 'film',
				title: 'Film',
				colleague: 'Kim',
				daysAgo: 1,
				firstQuestion: 'film?',
				facts: {
					patron: { name: 'Dolores', email: null, works: false },
					need: 'open',
					due: 'never',
					withinReach: false,
					local: false,
					policyAnswers: false,
					fyi: null
				},
				log: [
					{ at: 5, said: 'Good evening.', acts: [] },
					{ at: 9, ended: true },
					{ at: 10, coded: 'answered' }
				],
				found: null,
				lesson: 'Look.'
			}
		]
	};
	const [session] = fit.sessions;
	const told = (...contents: unknown[]) =>
		readMissions(
			contents.map((content, index) => ({ path: `${index}.yaml`, content })),
			LIBRARIES
		).problems.map(({ file, path, message }) => `${file} ${path}: ${message}`);

	test('one that is fit has no problem', () => {
		expect(told(fit)).toEqual([]);
	});

	test('all that is wrong is told at once, with file and place', () => {
		const log = [
			{ at: 5, said: 'Good evening.' },
			{ at: 6, patron: 'By the 30th.', gives: { deadline: 'the 30th' } },
			{ at: 9, ended: true }
		];
		expect(
			told(
				{ ...fit, weekday: 'Mondy', library: 'southgate' },
				{ ...fit, sessions: [{ ...session, log }, session] },
				{ ...fit, id: 'other', library: 'southgate' }
			)
		).toEqual([
			expect.stringMatching(/^0\.yaml weekday: did you mean “Monday”/),
			expect.stringMatching(/^1\.yaml sessions\[0\]\.log: has no “coded/),
			expect.stringMatching(/^1\.yaml sessions\[0\]\.log: does not list the acts of “Good evening\.”/),
			expect.stringMatching(/^1\.yaml sessions\[0\]\.log: gives the deadline “the 30th”/),
			expect.stringMatching(/^1\.yaml sessions\[1\]\.id: “film” is taken by another session/),
			expect.stringMatching(/^2\.yaml library: names “southgate”/)
		]);
	});

	test('two missions of one name are refused, and a mistake in the facts is told where it stands', () => {
		expect(told(fit, fit)).toEqual(['1.yaml id: “monday” is taken by another mission']);
		const facts = { ...session!.facts, need: 'maybe' };
		expect(told({ ...fit, sessions: [{ ...session, facts }] })[0]).toMatch(
			/^0\.yaml sessions\[0\]\.facts\.need: /
		);
	});
});
