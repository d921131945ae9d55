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

/** What a page adds to a session: what is in sight, what lies on top, and the values that the components show. */
export class Desk {
	readonly session: LiveSession;

	/** What a narrow screen shows; a wide one has room for all. */
	pane = $state<Pane>('chat');
	isTakenOver = $state(false);
	/** The question whether to end lies on top. */
	isAskedToEnd = $state(false);
	isHelpOpen = $state(false);
	/** How much of the log had happened when the chat was last in sight. */
	#seen = $state(0);

	readonly items = $derived.by(() => {
		const { scenario, header, log } = this.session;
		const names = { patron: header.facts.patron.name, from: scenario.handover.from };
		return transcriptItems(header.takeover, log, names, this.isTakenOver);
	});
	readonly patronState = $derived.by((): PatronState =>
		this.session.phase === 'open' ? this.session.patron : 'ended'
	);
	readonly silentMinutes = $derived.by(() => {
		const { log, nowMs } = this.session;
		return minutesIn(nowMs - (log.findLast(isOf('patron.said'))?.at ?? 0));
	});
	readonly findings = $derived.by(() => {
		const { header, log } = this.session;
		const sent = log.filter(isOf('librarian.sent-finding')).map(({ finding }) => finding);
		return Object.entries(header.facts.findings).map(([id, { text }]) => ({
			id,
			text,
			isSent: sent.includes(id)
		}));
	});
	readonly notes = $derived.by(() =>
		this.session.log.filter(isOf('librarian.noted')).map(({ seq, text }) => ({ id: seq, text }))
	);
	readonly hasUnread = $derived.by(
		() => this.pane !== 'chat' && this.session.log.slice(this.#seen).some(isOf('patron.said'))
	);
	/** Whether the patron can still be written to. */
	readonly canSend = $derived.by(() => this.isTakenOver && this.session.phase === 'open');

	constructor(session: LiveSession) {
		this.session = session;
		// A session that is taken up again has been taken over before.
		this.isTakenOver =
			session.header.origin !== null ||
			session.nowMs > 0 ||
			session.log.some(({ type }) => type.startsWith('librarian.'));
	}

	/** The Scripts tab, each script with its owner. */
	scriptBoxes() {
		const { scenario } = this.session;
		return scriptBoxes(scenario).map(({ title, scripts }) => ({
			title,
			hint: title === scenario.library.name ? 'the patron’s library' : '',
			scripts: scripts.map(({ id, title: name, text }) => ({ id, title: name, text, owner: title }))
		}));
	}

	show(pane: Pane): void {
		if (this.pane === 'chat') this.#seen = this.session.log.length;
		this.pane = pane;
		if (pane !== 'chat') this.#open(pane);
	}

	#open(tab: Tab): void {
		// A tab that lies open already is not opened again.
		if (this.session.tab !== tab) void this.session.openTab(tab);
	}

	/** What is waited for is what the patron says, not the sign that something is coming. */
	async letTimePass(): Promise<void> {
		const { session } = this;
		await session.letTimePass();
		if (session.patron === 'typing') await session.letTimePass();
	}
}
