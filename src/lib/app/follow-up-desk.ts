import type { Attempt } from '#lib/domain/attempt.ts';
import { ofKind, type EntryOf } from '#lib/domain/entry.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { TakeoverLine } from '#lib/domain/facts.ts';
import { affairOf, isSettled, type Affair, type SessionDeed } from '#lib/domain/follow-up.ts';
import { walkFollowUp, type DatedDeed, type FollowUpTrace } from '#lib/machines/follow-up/walk.ts';
import { notesIn } from '#lib/domain/log-facts.ts';
import type { Mission } from '#lib/scenarios/mission.ts';
import { fileSession, type FollowUpCase } from './follow-up-case.ts';
import { packOf } from './pack-of.ts';
import { defaultPack } from './packs.ts';
import { handedOverBy, scenarioAt } from './scenario-at.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A Sunday at nine: missions have days of the week, and no date. */
const MISSION_SUNDAY_MS = Date.UTC(2026, 0, 4, 9);

/** Id of the desk of one's own chats, under which its days are kept. */
const OWN_DESK = 'own-desk';

type FollowUpEntry = EntryOf<'follow-up'>;

/** A session as it stands on the desk. */
export interface DeskSession extends Omit<FollowUpCase, 'isPatrons' | 'filing'>, FollowUpTrace {
	/** What its deeds are about: the attempt, or the session of the mission. */
	id: string;
	title: string;
	patron: string;
	library: string;
	/** Who chatted and coded; null for oneself. */
	colleague: string | null;
	/** Who chatted before the takeover. */
	before: string;
	firstQuestion: string;
	notes: readonly string[];
	takeover: readonly TakeoverLine[];
	events: readonly LoggedEvent[];
	/** What can be sent, or has been found meanwhile; null where nothing has. */
	found: string | null;
	/** Whether `found` is written as a letter to the patron. */
	isLetter: boolean;
	/** What it shows, for when a mission is over; null for one's own chats. */
	lesson: string | null;
	affair: Affair;
	isSettled: boolean;
}

export interface FollowUpDesk {
	id: string;
	/** Milliseconds since 1970, by the clock of the desk. */
	now: number;
	sessions: readonly DeskSession[];
	/** Whether anything was done at it. */
	isTouched: boolean;
}

/** Days that were let pass at a desk, by the entry after which they count. */
interface DeskClock {
	at(entry: { at: string; id: string } | null): number;
}

function clockOf(
	entries: readonly FollowUpEntry[],
	deskId: string,
	base: (at: string | null) => number
): DeskClock {
	const passed = entries.flatMap(({ about, id, at, body }) =>
		about === deskId && body.deed === 'let-days-pass' ? [{ id, at, days: body.days }] : []
	);
	const isBefore = (one: { at: string; id: string }, other: { at: string; id: string }) =>
		Date.parse(one.at) === Date.parse(other.at)
			? one.id < other.id
			: Date.parse(one.at) < Date.parse(other.at);
	return {
		at: (entry) => {
			const days = passed
				.filter((one) => entry === null || isBefore(one, entry))
				.reduce((sum, one) => sum + one.days, 0);
			return base(entry?.at ?? null) + days * DAY_MS;
		}
	};
}

function place(
	filed: FollowUpCase,
	shown: Omit<
		DeskSession,
		keyof FollowUpTrace | 'affair' | 'isSettled' | Exclude<keyof FollowUpCase, 'isPatrons' | 'filing'>
	>,
	entries: readonly FollowUpEntry[],
	clock: DeskClock
): DeskSession {
	const { isPatrons, filing, ...rest } = filed;
	const deeds = entries.flatMap((entry): DatedDeed[] => {
		const { body } = entry;
		if (entry.about !== shown.id || body.deed === 'began' || body.deed === 'let-days-pass') return [];
		return [
			{
				at: clock.at(entry),
				deed: body,
				isPatrons: body.deed === 'put-in-address' && isPatrons(body.address)
			}
		];
	});
	const trace = walkFollowUp(filing, filed.dates, deeds, clock.at(null));
	const affair = affairOf(trace.standing, filed.facts);
	return {
		...rest,
		...trace,
		...shown,
		affair,
		isSettled: isSettled(trace.standing, affair, filed.canArrive)
	};
}

/** The name under which the deeds of a mission's desk are kept. */
export const missionDesk = (mission: Pick<Mission, 'id'>): string => `mission.${mission.id}`;

/** A mission as far as it was played; its clock moves only where somebody lets days pass. */
export function missionDeskOf(mission: Mission, all: readonly FollowUpEntry[]): FollowUpDesk {
	const id = missionDesk(mission);
	const ordered = ofKind(all, 'follow-up');
	const begun = ordered.findLastIndex(({ about, body }) => about === id && body.deed === 'began');
	const entries = ordered.slice(begun + 1).filter(({ about }) => about === id || about.startsWith(`${id}.`));
	const start = MISSION_SUNDAY_MS + mission.weekday * DAY_MS;
	const clock = clockOf(entries, id, () => start);
	const pack = defaultPack();
	const sessions = mission.sessions.flatMap((one) => {
		const filed = fileSession(one, pack, start - one.daysAgo * DAY_MS, mission.followUpLibrarian);
		if (filed === null) return [];
		return place(
			filed,
			{
				id: `${id}.${one.id}`,
				title: one.title,
				patron: one.facts.patron.name,
				library: mission.library,
				colleague: one.colleague,
				before: one.colleague,
				firstQuestion: one.firstQuestion,
				notes: notesIn(one.events),
				takeover: one.takeover,
				events: one.events,
				found: one.found,
				isLetter: true,
				lesson: one.lesson
			},
			entries,
			clock
		);
	});
	return { id, now: clock.at(null), sessions, isTouched: entries.length > 0 };
}

async function ownSession(
	attempt: Attempt,
	entries: readonly FollowUpEntry[],
	clock: DeskClock
): Promise<DeskSession[]> {
	const { id, facts, takeover, events } = attempt;
	const scenario = await scenarioAt(attempt.scenario.id, attempt.desk);
	// From the takeover on: the clock of a chat in which time was let pass has run ahead of everything done since.
	const codedAt = clock.at({ at: attempt.startedAt, id: '' });
	const filed = fileSession(attempt, packOf(attempt), codedAt, scenario?.library.followUpLibrarian ?? '');
	if (filed === null) return [];
	const shown = {
		id,
		title: attempt.scenario.title,
		patron: facts.patron.name,
		library: facts.library.name,
		colleague: null,
		before: handedOverBy(scenario),
		firstQuestion: scenario?.info.firstQuestion ?? takeover.find(({ who }) => who === 'patron')?.text ?? '',
		notes: notesIn(events),
		takeover,
		events,
		found: scenario?.threeDaysLater.found ?? null,
		isLetter: false,
		lesson: null
	};
	return [place(filed, shown, entries, clock)];
}

/** One's own coded chats, the last one first. Their desk goes by the real clock, and by the days that were let pass. */
export async function ownDeskOf(
	attempts: readonly Attempt[],
	all: readonly FollowUpEntry[],
	now: number
): Promise<FollowUpDesk> {
	const entries = ofKind(all, 'follow-up');
	const clock = clockOf(entries, OWN_DESK, (at) => (at === null ? now : Date.parse(at)));
	const newestFirst = [...attempts].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
	const sessions = await Promise.all(newestFirst.map((attempt) => ownSession(attempt, entries, clock)));
	const shown = sessions.flat();
	return { id: OWN_DESK, now: clock.at(null), sessions: shown, isTouched: shown.some(isWorkedOn) };
}

const isWorkedOn = ({ history }: DeskSession): boolean => history.length > 0;

/** A deed as the address, the letter and the note are typed: without the spaces around them. */
export const trimmed = (deed: SessionDeed): SessionDeed => {
	switch (deed.deed) {
		case 'put-in-address':
			return { ...deed, address: deed.address.trim() };
		case 'replied':
			return { ...deed, text: deed.text.trim() };
		case 'rejected':
			return { ...deed, note: deed.note.trim() };
		case 'took-up':
		case 'closed':
			return deed;
	}
};
