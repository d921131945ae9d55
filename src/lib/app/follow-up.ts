import { ofKind } from '#lib/domain/entry.ts';
import type { FollowUpDeed, SessionDeed } from '#lib/domain/follow-up.ts';
import type { Mission } from '#lib/scenarios/mission.ts';
import { MISSIONS } from '#lib/scenarios/missions.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import { whoIsAtDesk } from './at-desk.ts';
import { missionDesk, missionDeskOf, ownDeskOf, trimmed, type FollowUpDesk } from './follow-up-desk.ts';
import { ownChats } from './own-chats.ts';
import type { Workspace } from './workspace.svelte.ts';

type Parts = Pick<Workspace, 'store' | 'world'>;

/** A mission as it is offered. */
export interface MissionOffer {
	id: string;
	title: string;
	library: string;
	sessions: number;
	settled: number;
	isTouched: boolean;
}

export interface OpenedDesk {
	desk: FollowUpDesk;
	/** Null where it is the desk of one's own chats. */
	mission: Pick<Mission, 'id' | 'title' | 'intro' | 'library' | 'followUpLibrarian'> | null;
	missions: readonly MissionOffer[];
	/** How many chats of one's own lie on their desk. */
	own: number;
}

/**
 * Opens the desk of a mission, or that of one's own chats (null). An explanation where it could not be read; undefined
 * where there is no such mission.
 */
export async function openDesk(
	workspace: Parts,
	missionId: string | null
): Promise<OpenedDesk | Explanation | undefined> {
	const mission = MISSIONS.find(({ id }) => id === missionId) ?? null;
	if (missionId !== null && mission === null) return undefined;
	const store = await workspace.store();
	const [read, isOwn] = await Promise.all([store.contents(), ownChats(store, await whoIsAtDesk(store))]);
	if (!read.ok) return STORAGE_FAILURES[read.failure.code];
	const entries = ofKind(read.value.entries, 'follow-up');
	const coded = read.value.attempts.filter(
		(attempt) => isOwn(attempt) && attempt.events.some(({ type }) => type === 'librarian.coded')
	);
	const desk =
		mission === null
			? await ownDeskOf(coded, entries, workspace.world.now())
			: missionDeskOf(mission, entries);
	const missions = MISSIONS.map((one): MissionOffer => {
		const { sessions, isTouched } = missionDeskOf(one, entries);
		const settled = sessions.filter(({ isSettled }) => isSettled).length;
		const { id, title, library } = one;
		return { id, title, library, sessions: sessions.length, settled, isTouched };
	});
	return { desk, mission, missions, own: coded.length };
}

/** Writes a deed down; an explanation where it could not be stored. `about`: a session, or the desk itself. */
async function write(workspace: Parts, about: string, body: FollowUpDeed): Promise<Explanation | null> {
	const entry = {
		id: workspace.world.newId(),
		kind: 'follow-up' as const,
		about,
		by: null,
		at: workspace.world.timestamp(),
		body
	};
	const stored = await (await workspace.store()).addEntries([entry]);
	return stored.ok ? null : STORAGE_FAILURES[stored.failure.code];
}

export const doDeed = (workspace: Parts, sessionId: string, deed: SessionDeed): Promise<Explanation | null> =>
	write(workspace, sessionId, trimmed(deed));

export const letDayPass = (workspace: Parts, deskId: string): Promise<Explanation | null> =>
	write(workspace, deskId, { deed: 'let-days-pass', days: 1 });

export const beginAgain = (workspace: Parts, missionId: string): Promise<Explanation | null> =>
	write(workspace, missionDesk({ id: missionId }), { deed: 'began' });
