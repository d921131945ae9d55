import type { AttemptHeader } from '#lib/domain/attempt.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import type { LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import type { Tab } from '#lib/domain/facts.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import type { StorageFailure } from '#lib/storage/failure.ts';
import type { AttemptStore, Draft } from '#lib/storage/port.ts';
import { coach } from './coach.ts';
import { SessionRun } from './session-run.ts';
import { hear, typedEvents } from './simulate.ts';
import type { Hold } from './session-hold.ts';
import type { World } from './world.ts';

/** How often the session's clock looks at the real one. */
const TICK_MS = 500;
/** A page that slept (closed lid, background tab) does not count as time at the desk. */
const LONGEST_TICK_MS = 2_000;
/** What is let pass where nothing is about to happen by itself. */
const IDLE_LEAP_MS = 60_000;
/** What is typed is kept as a draft so long after the first key that is not kept yet: a killed page loses a word at most. */
const DRAFT_DELAY_MS = 150;

/** A text that was sent in parts is the one that was typed, but for its line ends. */
const spaced = (text: string): string => text.trim().split(/\s+/).join(' ');

export interface LiveParts {
	world: World;
	store: AttemptStore;
	/** Asked anew for every message: a better one may have been loaded meanwhile. */
	recogniser: () => Recogniser;
	scenario: Scenario;
	header: AttemptHeader;
	pack: Pack;
}

/** What stands unsent in a new session. */
const NOTHING_UNSENT = { text: '', note: '', tab: 'scripts', elapsedMs: 0 } as const satisfies Draft;

/**
 * A session in a page. `log` holds what is stored, and nothing else is shown as having happened: a message counts as
 * sent once it is on disk. Where storing fails, `failure` says why; `goOnInMemory` lets the session go on without.
 */
export class LiveSession {
	readonly scenario: Scenario;
	readonly header: AttemptHeader;
	readonly #parts: LiveParts;
	readonly #run: SessionRun;
	#isUnkept = false;
	/** What is being stored at this moment: it may be sent, and so is not unsent. */
	#underway: readonly LoggedEvent[] = [];
	#queue: Promise<void> = Promise.resolve();
	#lastTick: number;
	#cancelDraft: (() => void) | null = null;
	#hold: Hold | null = null;

	log = $state.raw<readonly LoggedEvent[]>([]);
	nowMs = $state(0);
	draft = $state('');
	/** A note that is not saved yet. */
	noteDraft = $state('');
	tab = $state<Tab>('scripts');
	/** A message on its way to the disk. */
	isSending = $state(false);
	failure = $state.raw<StorageFailure | null>(null);
	/** Another tab went on with this session: this one shows it, and does nothing more. */
	isElsewhere = $state(false);
	/** Nothing is kept any more; it was said, and the session goes on. */
	isInMemoryOnly = $state(false);
	/** Records of this session that could not be read and were set aside when it was taken up. */
	readonly setAside: number;

	readonly phase = $derived.by((): 'open' | 'ended' | 'coded' => {
		if (this.log.some(({ type }) => type === 'librarian.coded')) return 'coded';
		return this.log.some(({ type }) => type === 'librarian.ended') ? 'ended' : 'open';
	});
	readonly patron = $derived.by((): 'present' | 'typing' | 'idle' | 'left' | 'gone' => {
		const last = this.log.findLast(({ type }) => type.startsWith('patron.'));
		switch (last?.type) {
			case 'patron.started-typing':
				return this.phase === 'open' ? 'typing' : 'present';
			case 'patron.fell-silent':
				return 'idle';
			case 'patron.left':
				return last.how === 'said-goodbye' ? 'left' : 'gone';
			default:
				return 'present';
		}
	});
	readonly coaching = $derived.by(() =>
		coach(this.header.facts, this.header.takeover, this.log, this.#parts.pack, this.nowMs)
	);

	private constructor(parts: LiveParts, run: SessionRun, setAside = 0) {
		this.#parts = parts;
		this.setAside = setAside;
		this.#run = run;
		this.scenario = parts.scenario;
		this.header = parts.header;
		this.#lastTick = parts.world.now();
	}

	/** Takes over a chat that nobody has taken over yet. */
	static async begin(parts: LiveParts): Promise<LiveSession> {
		const session = new LiveSession(parts, new SessionRun(parts.scenario, parts.header.seed));
		const created = await parts.store.create(parts.header);
		if (!created.ok) session.failure = created.failure;
		session.#run.begin();
		await session.#commit();
		return session;
	}

	/** Takes up a session where it was left, or where its log breaks: `setAside` tells what lies behind the break. */
	static async resume(parts: LiveParts, log: readonly LoggedEvent[], setAside = 0): Promise<LiveSession> {
		const run = new SessionRun(parts.scenario, parts.header.seed);
		run.resume(log);
		const session = new LiveSession(parts, run, setAside);
		session.log = [...log];
		const read = await parts.store.readDraft(parts.header.id);
		const draft = (read.ok ? read.value : null) ?? NOTHING_UNSENT;
		session.draft = draft.text;
		session.noteDraft = draft.note;
		session.tab = draft.tab;
		run.advance(Math.max(run.now, Math.min(draft.elapsedMs, run.nextAt ?? Infinity)));
		session.nowMs = run.now;
		return session;
	}

	/** Keeps the right to this session until it is left. */
	keep(hold: Hold): void {
		this.#hold = hold;
	}

	/** Another tab goes on with it. */
	goElsewhere(): void {
		this.isElsewhere = true;
	}

	/** Saves what is typed, and lets another tab have it. */
	async leave(): Promise<void> {
		await this.saveDraft();
		this.#hold?.release();
	}

	/** Lets the clock run; the function given back stops it. */
	start(): () => void {
		this.#lastTick = this.#parts.world.now();
		const stopTicking = this.#parts.world.every(TICK_MS, () => void this.#tick());
		return () => {
			stopTicking();
			this.#cancelDraft?.();
		};
	}

	/** Sends a message. False where it was not stored; the draft is untouched then. */
	say(text: string, script?: string): Promise<boolean> {
		const { scenario } = this.#parts;
		return this.#act(() => {
			const recogniser = this.#parts.recogniser();
			if (script === undefined) return typedEvents(text, scenario, this.#run.log, recogniser);
			const heard = hear(recogniser, text, scenario, this.#run.log);
			return [{ type: 'librarian.said', text, heard, recogniser: recogniser.version, script }];
		});
	}

	sendFinding(finding: string): Promise<boolean> {
		const text = this.scenario.facts.findings[finding]?.text ?? '';
		return this.#act(() => [{ type: 'librarian.sent-finding', finding, text }]);
	}

	async openTab(tab: Tab): Promise<void> {
		// What can't be stored is not shown either: to see a tab is to have opened it.
		if (this.failure !== null || this.isElsewhere) return;
		this.tab = tab;
		await this.#act(() => [{ type: 'librarian.opened-tab', tab }]);
	}

	note(text: string): Promise<boolean> {
		return this.#act(() => [{ type: 'librarian.noted', text }]);
	}

	end(): Promise<boolean> {
		return this.#act(() => [{ type: 'librarian.ended' }]);
	}

	code(code: ResolutionCode, descriptive: readonly string[] = []): Promise<boolean> {
		return this.#act(() => [{ type: 'librarian.coded', code, descriptive }]);
	}

	/** An assessment takes the time that it takes. */
	get canLetTimePass(): boolean {
		return this.phase === 'open' && this.header.mode !== 'assessment';
	}

	/** Moves the clock to what happens next, or on by a minute where nothing will; it is an event like any other. */
	async letTimePass(): Promise<void> {
		if (!this.canLetTimePass) return;
		const from = this.#run.now;
		const to = this.#run.nextAt ?? from + IDLE_LEAP_MS;
		await this.#act(() => [{ type: 'clock.moved', byMs: to - from }]);
		await this.#advance(to);
	}

	/** Keeps what is typed but not sent, soon. */
	keepDraft(): void {
		this.#cancelDraft ??= this.#parts.world.after(DRAFT_DELAY_MS, () => void this.saveDraft());
	}

	/** The same at once: asked of the database before this call returns, for the page may be gone then. */
	async saveDraft(): Promise<void> {
		this.#cancelDraft?.();
		this.#cancelDraft = null;
		if (this.#isUnkept || this.isElsewhere || this.phase === 'coded') return;
		await this.#parts.store.saveDraft(this.header.id, this.#unsent(this.#underway));
	}

	/** After a failure: the session goes on, but only in this page. */
	async goOnInMemory(): Promise<void> {
		this.#isUnkept = true;
		this.isInMemoryOnly = true;
		this.failure = null;
		await this.#commit();
	}

	async #tick(): Promise<void> {
		const now = this.#parts.world.now();
		// A clock that was set back must not stop the session, nor one set forward hurry it.
		const passed = Math.min(Math.max(0, now - this.#lastTick), LONGEST_TICK_MS);
		this.#lastTick = now;
		if (this.phase !== 'open' || this.failure !== null || this.isElsewhere || this.#isTimeStill) return;
		await this.#advance(this.nowMs + passed);
	}

	/** Relaxed, the clock stands while it is the librarian's turn; a silence has to be sat out all the same. */
	get #isTimeStill(): boolean {
		const { pace } = this.header;
		if (pace !== 'relaxed') return pace === 'stepped';
		return this.#run.isLibrariansTurn && this.patron !== 'idle';
	}

	/** What stands unsent, without what these events have sent. */
	#unsent(sent: readonly LoggedEvent[] = []): Draft {
		const message = sent.flatMap((event) =>
			event.type === 'librarian.said' || event.type === 'librarian.sent-finding' ? [event.text] : []
		);
		const isNoted = sent.some(
			(event) => event.type === 'librarian.noted' && event.text === this.noteDraft.trim()
		);
		return {
			text: spaced(message.join(' ')) === spaced(this.draft) ? '' : this.draft,
			note: isNoted ? '' : this.noteDraft,
			tab: this.tab,
			elapsedMs: Math.round(this.nowMs)
		};
	}

	async #advance(at: number): Promise<void> {
		this.nowMs = Math.max(this.nowMs, at);
		const happened = this.#run.advance(this.nowMs);
		if (happened.length > 0) await this.#commit();
	}

	async #act(make: () => readonly SessionEvent[]): Promise<boolean> {
		if (this.failure !== null || this.isElsewhere) return false;
		const happened = make().flatMap((event) => this.#run.act(event, this.nowMs));
		if (happened.length === 0) return false;
		this.isSending = true;
		const isStored = await this.#commit();
		this.isSending = false;
		return isStored;
	}

	/** Stores everything that has happened and is not stored yet, in order; only then is it shown. */
	#commit(): Promise<boolean> {
		const done = this.#queue.then(async () => {
			const missing = this.#run.log.slice(this.log.length);
			if (missing.length === 0) return true;
			if (!this.#isUnkept) {
				this.#underway = missing;
				const stored = await this.#parts.store.append(this.header.id, missing, this.#unsent(missing));
				this.#underway = [];
				if (!stored.ok) {
					this.failure = stored.failure;
					// A draft that was kept meanwhile went without these words.
					void this.saveDraft();
					return false;
				}
			}
			const left = this.#unsent(missing);
			this.draft = left.text;
			this.noteDraft = left.note;
			this.log = [...this.log, ...missing];
			return true;
		});
		this.#queue = done.then(() => undefined);
		return done;
	}

	/** Tries again to store what is not stored yet. */
	async tryAgain(): Promise<void> {
		this.failure = null;
		const created = await this.#parts.store.create(this.header);
		if (created.ok) await this.#commit();
		else this.failure = created.failure;
	}
}
