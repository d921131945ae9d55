import type { AttemptHeader, Mode, Pace } from '#lib/domain/attempt.ts';
import { ATTEMPT_FORMAT } from '#lib/domain/attempt.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { STORAGE_FAILURES, type StorageFailure } from '#lib/storage/failure.ts';
import type { OpenedStore } from '#lib/storage/open.ts';
import type { AttemptStore, AttemptSummary } from '#lib/storage/port.ts';
import { whoIsAtDesk } from './at-desk.ts';
import type { Terms } from './begin-terms.ts';
import { isFirstVisit } from './first-visit.ts';
import { handoverOf, type Handover } from './handover.ts';
import type { LiveParts, LiveSession } from './live-session.svelte.ts';
import { packOf } from './pack-of.ts';
import { scenarioAt } from './scenario-at.ts';
import { realWorld, rest, type World } from './world.ts';

/** How a chat is taken over. */
export interface Beginning {
	pace: Pace;
	/** Drawn where none is given. */
	seed?: number;
}

/** What comes of opening a session. */
export type Opening =
	| { is: 'open'; session: LiveSession }
	/** It has its code, and nothing can be added to it. */
	| { is: 'closed'; patron: string }
	/** Another tab goes on with it. */
	| { is: 'elsewhere'; patron: string }
	/** `why` in a sentence. */
	| { is: 'refused'; why: string };

/** What every page works with: the store, the recogniser, the world. One for the whole app. */
export class Workspace {
	readonly world: World;
	#opened: Promise<OpenedStore> | null = null;
	#recogniser: Recogniser | null = null;

	/** Why nothing is kept, where nothing is. */
	storageProblem = $state.raw<StorageFailure | null>(null);
	/** Why this page had to stop storing, where a newer one took over. */
	stopped = $state.raw<StorageFailure | null>(null);
	/** Changes whenever stored attempts change, so that lists can be read again. */
	revision = $state(0);

	constructor(world: World = realWorld) {
		this.world = world;
	}

	/** Opens the store once. */
	async store(): Promise<AttemptStore> {
		this.#opened ??= this.#openStore().catch((error: unknown) => {
			this.#opened = null;
			throw error;
		});
		return (await this.#opened).store;
	}

	async #openStore(): Promise<OpenedStore> {
		// The database weighs more than all that a chat needs until it is taken over.
		const { openStore } = await import('#lib/storage/open.ts');
		const opened = await openStore({
			onStopped: (code) => {
				this.stopped = { code, problems: [] };
			}
		});
		if (!opened.durable) this.storageProblem = opened.reason;
		opened.store.subscribe(() => (this.revision += 1));
		return opened;
	}

	/**
	 * A chat that can be taken over, at the desk where one works or as an assignment asks for it; or why not, in a
	 * sentence. Nothing is kept of it yet.
	 */
	async handover(
		scenarioId: string,
		mode: Mode,
		assignment: string | null
	): Promise<Handover | { why: string }> {
		const terms = await this.#terms(scenarioId, mode, assignment);
		if ('why' in terms) return terms;
		const scenario = await scenarioAt(scenarioId, terms.desk);
		if (scenario === undefined) return { why: 'This version has no chat of that name to take over.' };
		return handoverOf(scenario, terms);
	}

	async #terms(scenarioId: string, mode: Mode, assignment: string | null): Promise<Terms | { why: string }> {
		// Where nothing was ever stored there is neither desk nor assignment: the database is not loaded to see that.
		const isFirst = assignment === null && this.#opened === null && (await isFirstVisit());
		if (isFirst) return { mode, desk: undefined, pack: packById(DEFAULT_PACK)!, own: null };
		const { assignedTerms, ownTerms } = await import('./begin-terms.ts');
		const store = await this.store();
		return assignment === null ? ownTerms(store, mode) : assignedTerms(store, scenarioId, assignment);
	}

	/** Takes over a chat that nobody has taken over yet. */
	async begin({ scenario, mode, desk, pack, own }: Handover, asked: Beginning): Promise<Opening> {
		const { pace, seed = this.world.newSeed() } = own ?? asked;
		const header: AttemptHeader = {
			format: ATTEMPT_FORMAT,
			id: this.world.newId(),
			scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
			facts: scenario.facts,
			takeover: scenario.takeover,
			seed,
			mode,
			// Who lets time pass at will decides how long a patron waits.
			pace: mode === 'assessment' && pace === 'stepped' ? 'relaxed' : pace,
			trainee: await whoIsAtDesk(await this.store()),
			assignment: own?.assignment ?? null,
			origin: null,
			pack: pack.id,
			...(desk === undefined ? {} : { desk }),
			startedAt: this.world.timestamp()
		};
		return this.#open(header.id, scenario, { header, pack }, async (LiveSession, parts) =>
			LiveSession.begin(parts)
		);
	}

	/** Takes up a session where it was left; `isInsisting`, also where another tab has it. */
	async resume(attemptId: string, isInsisting = false): Promise<Opening> {
		const store = await this.store();
		const first = await store.read(attemptId);
		if (!first.ok) {
			const { sentence, remedy } = STORAGE_FAILURES[first.failure.code];
			return { is: 'refused', why: `${sentence} ${remedy}` };
		}
		if (first.value === null)
			return { is: 'refused', why: 'There is no session of this address in this browser.' };
		const { events, ...header } = first.value.attempt;
		const patron = header.facts.patron.name;
		if (events.some(({ type }) => type === 'librarian.coded')) return { is: 'closed', patron };
		const scenario = await scenarioAt(header.scenario.id, header.desk);
		if (scenario === undefined)
			return { is: 'refused', why: 'The scenario of this session is not in this version.' };
		const opened = await this.#open(
			attemptId,
			scenario,
			{ header, pack: packOf(header) },
			async (LiveSession, parts) => {
				// Until now another tab may have gone on with it; from now on none does.
				const mended = await store.mend(attemptId);
				const now = await store.read(attemptId);
				const log = now.ok && now.value !== null ? now.value.attempt.events : events;
				return LiveSession.resume(parts, log, mended.ok ? mended.value : 0);
			},
			isInsisting
		);
		return opened;
	}

	/** Opens a session in this tab alone. */
	async #open(
		id: string,
		scenario: Scenario,
		given: { header: AttemptHeader; pack: Pack },
		make: (of: typeof LiveSession, parts: LiveParts) => Promise<LiveSession>,
		isInsisting = false
	): Promise<Opening> {
		const [desk, { holdSession }, store] = await Promise.all([
			this.#desk(),
			import('./session-hold.ts'),
			this.store()
		]);
		let session: LiveSession | null = null;
		const holder = {
			onAsked: async () => session?.saveDraft(),
			onLost: () => session?.goElsewhere()
		};
		const hold = await holdSession(id, holder, this.world, isInsisting);
		if (hold === null) return { is: 'elsewhere', patron: given.header.facts.patron.name };
		const { world } = this;
		const { recogniser } = desk;
		session = await make(desk.LiveSession, { world, recogniser, scenario, store, ...given });
		session.keep(hold);
		return { is: 'open', session };
	}

	/** All attempts, the last started first; what can't be read is left out and counted by the store. */
	async attempts(): Promise<readonly AttemptSummary[]> {
		const listed = await (await this.store()).list();
		return listed.ok ? listed.value.items : [];
	}

	/**
	 * What only a session needs, loaded with the first one. The rules hear at once; the learned recogniser takes over
	 * when it is there.
	 */
	async #desk() {
		const [{ LiveSession }, { rulesRecogniser }, { loadRecogniser }] = await Promise.all([
			import('./live-session.svelte.ts'),
			import('#lib/recognition/rules.ts'),
			import('#lib/recognition/load.ts')
		]);
		if (this.#recogniser === null) {
			this.#recogniser = rulesRecogniser;
			void loadRecogniser(rest).then((better) => (this.#recogniser = better));
		}
		const recogniser = (): Recogniser => this.#recogniser ?? rulesRecogniser;
		return { LiveSession, recogniser };
	}
}

export const workspace = new Workspace();
