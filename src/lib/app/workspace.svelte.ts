import type { AttemptHeader, Mode } from '#lib/domain/attempt.ts';
import { ATTEMPT_FORMAT } from '#lib/domain/attempt.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { DEFAULT_PACK, loadScenario, packById } from '#lib/scenarios/bank.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { STORAGE_FAILURES, type StorageFailure } from '#lib/storage/failure.ts';
import { openStore, type OpenedStore } from '#lib/storage/open.ts';
import type { AttemptStore, AttemptSummary } from '#lib/storage/port.ts';
import type { LiveSession } from './live-session.svelte.ts';
import { realWorld, type World } from './world.ts';

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
		this.#opened ??= openStore({
			onStopped: (code) => {
				this.stopped = { code, problems: [] };
			}
		}).then((opened) => {
			if (!opened.durable) this.storageProblem = opened.reason;
			opened.store.subscribe(() => (this.revision += 1));
			return opened;
		});
		return (await this.#opened).store;
	}

	/** Takes over a chat; undefined where there is no such scenario. */
	async begin(
		scenarioId: string,
		mode: Mode,
		seed: number = this.world.newSeed()
	): Promise<LiveSession | undefined> {
		const scenario = await loadScenario(scenarioId);
		const pack = packById(DEFAULT_PACK);
		if (scenario === undefined || pack === undefined) return undefined;
		const header: AttemptHeader = {
			format: ATTEMPT_FORMAT,
			id: this.world.newId(),
			scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
			facts: scenario.facts,
			takeover: scenario.takeover,
			seed,
			mode,
			pace: 'real',
			trainee: null,
			assignment: null,
			origin: null,
			pack: pack.id,
			startedAt: this.world.timestamp()
		};
		const { LiveSession, ...parts } = await this.#desk(scenario);
		return LiveSession.begin({ ...parts, store: await this.store(), header, pack });
	}

	/** Takes up a session where it was left; says in a sentence why it can't, where it can't. */
	async resume(attemptId: string): Promise<LiveSession | string> {
		const store = await this.store();
		const read = await store.read(attemptId);
		if (!read.ok) return STORAGE_FAILURES[read.failure.code].sentence;
		if (read.value === null) return 'There is no session of this address in this browser.';
		const { events, ...header } = read.value.attempt;
		const scenario = await loadScenario(header.scenario.id);
		const pack = packById(header.pack);
		if (scenario === undefined || pack === undefined)
			return 'The scenario of this session is not in this version.';
		const { LiveSession, ...parts } = await this.#desk(scenario);
		return LiveSession.resume({ ...parts, store, header, pack }, events);
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
	async #desk(scenario: Scenario) {
		const [{ LiveSession }, { rulesRecogniser }, { loadRecogniser }] = await Promise.all([
			import('./live-session.svelte.ts'),
			import('#lib/recognition/rules.ts'),
			import('#lib/recognition/load.ts')
		]);
		if (this.#recogniser === null) {
			this.#recogniser = rulesRecogniser;
			void loadRecogniser().then((better) => (this.#recogniser = better));
		}
		const recogniser = (): Recogniser => this.#recogniser ?? rulesRecogniser;
		return { LiveSession, world: this.world, recogniser, scenario };
	}
}

export const workspace = new Workspace();
