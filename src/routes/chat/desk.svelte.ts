import type { Handover } from '#lib/app/handover.ts';
import type { LiveSession } from '#lib/app/live-session.svelte.ts';
import { scriptBoxes } from '#lib/app/scripts.ts';
import type { EventOf, LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import type { Tab } from '#lib/domain/facts.ts';
import { minutesIn } from '#lib/ui/monitor/clock-words.ts';
import type { Pane } from '#lib/ui/monitor/pane.ts';
import type { PatronState } from '#lib/ui/monitor/patron-state.ts';
import { transcriptItems } from '#lib/ui/monitor/transcript.ts';

type LoggedOf<T extends SessionEvent['type']> = LoggedEvent & EventOf<T>;
const isOf =
	<T extends SessionEvent['type']>(type: T) =>
	(event: LoggedEvent): event is LoggedOf<T> =>
		event.type === type;

/**
 * What a page adds to a session: what is in sight, what lies on top, and the values that the components show. It stands
 * before the session does, so that one can type while that is opened; what is sent meanwhile waits for it.
 */
export class Desk {
	readonly handover: Handover;
	session = $state.raw<LiveSession | null>(null);
	#arrive: (session: LiveSession) => void = () => {};
	/** The session, as soon as there is one. */
	readonly arrival: Promise<LiveSession>;
	/** What is typed before the session is there. */
	#early = $state('');

	/** What a narrow screen shows; a wide one has room for all. */
	pane = $state<Pane>('chat');
	isTakenOver = $state(false);
	/** The question whether to end lies on top. */
	isAskedToEnd = $state(false);
	isHelpOpen = $state(false);
	/** How much of the log had happened when the chat was last in sight. */
	#seen = $state(0);

	readonly log = $derived.by((): readonly LoggedEvent[] => this.session?.log ?? []);
	readonly nowMs = $derived.by(() => this.session?.nowMs ?? 0);
	readonly phase = $derived.by(() => this.session?.phase ?? 'open');
	readonly items = $derived.by(() => {
		const { scenario, facts, takeover } = this.handover;
		const names = { patron: facts.patron.name, from: scenario.handover.from };
		return transcriptItems(takeover, this.log, names, this.isTakenOver);
	});
	readonly patronState = $derived.by((): PatronState =>
		this.phase === 'open' ? (this.session?.patron ?? 'present') : 'ended'
	);
	readonly silentMinutes = $derived.by(() =>
		minutesIn(this.nowMs - (this.log.findLast(isOf('patron.said'))?.at ?? 0))
	);
	readonly findings = $derived.by(() => {
		const sent = this.log.filter(isOf('librarian.sent-finding')).map(({ finding }) => finding);
		return Object.entries(this.handover.facts.findings).map(([id, { text }]) => ({
			id,
			text,
			isSent: sent.includes(id)
		}));
	});
	readonly notes = $derived.by(() =>
		this.log.filter(isOf('librarian.noted')).map(({ seq, text }) => ({ id: seq, text }))
	);
	readonly hasUnread = $derived.by(
		() => this.pane !== 'chat' && this.log.slice(this.#seen).some(isOf('patron.said'))
	);
	/** Whether the patron can still be written to. */
	readonly canSend = $derived.by(() => this.session !== null && this.session.phase === 'open');
	readonly canLetTimePass = $derived.by(() => this.session?.canLetTimePass ?? false);

	constructor(handover: Handover) {
		this.handover = handover;
		this.arrival = new Promise((resolve) => (this.#arrive = resolve));
	}

	/** The session is there: what was typed so far is its draft. */
	seat(session: LiveSession): void {
		if (this.#early !== '') {
			session.draft = this.#early;
			session.keepDraft();
		}
		this.isTakenOver = true;
		this.session = session;
		this.#arrive(session);
	}

	get draft(): string {
		return this.session?.draft ?? this.#early;
	}
	set draft(text: string) {
		if (this.session === null) this.#early = text;
		else this.session.draft = text;
	}

	/** Sends a message, as soon as there is a session to send it in. */
	async say(text: string, script?: string): Promise<boolean> {
		return (await this.arrival).say(text, script);
	}

	/** The Scripts tab, each script with its owner. */
	scriptBoxes() {
		const { scenario } = this.handover;
		return scriptBoxes(scenario).map(({ title, scripts }) => ({
			title,
			hint: title === scenario.library.name ? 'the patron’s library' : '',
			scripts: scripts.map(({ id, title: name, text }) => ({ id, title: name, text, owner: title }))
		}));
	}

	show(pane: Pane): void {
		if (this.pane === 'chat') this.#seen = this.log.length;
		this.pane = pane;
		if (pane !== 'chat') void this.#open(pane);
	}

	async #open(tab: Tab): Promise<void> {
		const session = await this.arrival;
		// A tab that lies open already is not opened again.
		if (session.tab !== tab) await session.openTab(tab);
	}

	/** What is waited for is what the patron says, not the sign that something is coming. */
	async letTimePass(): Promise<void> {
		const { session } = this;
		if (session === null || !session.canLetTimePass) return;
		await session.letTimePass();
		if (session.patron === 'typing') await session.letTimePass();
	}
}
