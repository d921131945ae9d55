import { initialTransition, transition } from 'xstate';
import { chance } from '#lib/domain/chance.ts';
import type { EventOf, LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import { librarianCues } from '#lib/domain/hearing.ts';
import type { Act } from '#lib/domain/act.ts';
import { readScript } from '#lib/domain/goodbye.ts';
import type { Stimulus } from '#lib/machines/patron/patron.machine.ts';
import { bornPatron, react, type PatronState } from '#lib/machines/patron/react.ts';
import { sessionMachine } from '#lib/machines/session.machine.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { messageOf, type Utterance } from './patron-voice.ts';

/** The chat system calls a patron silent who has not written for two minutes. */
const SILENT_AFTER_MS = 120_000;
/** A patron who waits for an answer this long asks whether anybody is there, once. */
const NUDGE_AFTER_MS = 150_000;
/** A connection that breaks off shows as a system line after a while. */
const VANISH_MS = 12_000;
const LEAVE_MS = 2_500;
const READ_MS = 1_500;
const TYPE_MS_PER_CHARACTER = 45;
const LONGEST_TYPING_MS = 7_000;

interface Coming {
	at: number;
	event: SessionEvent;
	isNudge?: true;
}

/**
 * One session as it runs: the patron and the session machine, the log, and what the patron is about to do. It has no
 * clock of its own: whoever runs it says what time it is, in milliseconds since the takeover. The same scenario, seed
 * and librarian events give the same log, so that a session is resumed by replaying it.
 */
export class SessionRun {
	readonly #scenario: Scenario;
	readonly #seed: number;
	readonly #log: LoggedEvent[] = [];
	#session = initialTransition(sessionMachine)[0];
	#patron: PatronState;
	#coming: Coming[] = [];
	#held: Utterance[] = [];
	#now = 0;
	#turns = 0;
	#isNudgeSpent = false;

	constructor(scenario: Scenario, seed: number) {
		this.#scenario = scenario;
		this.#seed = seed;
		this.#patron = bornPatron(scenario.persona);
	}

	/** Begins a new session and gives its first events. */
	begin(): LoggedEvent[] {
		this.#scheduleNudge(0);
		if (this.#scenario.due !== 'takeover') return [];
		return [this.#append({ type: 'follow-up.fell-due' }, 0)];
	}

	get log(): readonly LoggedEvent[] {
		return this.#log;
	}

	/** Milliseconds since the takeover. */
	get now(): number {
		return this.#now;
	}

	/** When something happens next by itself; null where nothing will. */
	get nextAt(): number | null {
		return this.#coming[0]?.at ?? null;
	}

	/** Whether nothing happens until the librarian does something, but that the patron may ask where they are. */
	get isLibrariansTurn(): boolean {
		return this.#coming.every(({ isNudge }) => isNudge);
	}

	/** Whether the event can happen now; after its end a session takes notes and a code, nothing else. */
	can(event: SessionEvent): boolean {
		return this.#session.can(event);
	}

	/** Lets time run to `at`; gives what happened until then. */
	advance(at: number): LoggedEvent[] {
		const happened: LoggedEvent[] = [];
		for (let next = this.#coming[0]; next !== undefined && next.at <= at; next = this.#coming[0]) {
			this.#coming.shift();
			if (next.isNudge) this.#isNudgeSpent = true;
			happened.push(...this.#happen(next.event, Math.max(next.at, this.#now)));
		}
		this.#now = Math.max(this.#now, at);
		return happened;
	}

	/** The librarian does something at `at`. What can't happen any more changes nothing and gives an empty list. */
	act(event: SessionEvent, at: number): LoggedEvent[] {
		const before = this.advance(at);
		return this.can(event) ? [...before, ...this.#happen(event, this.#now)] : before;
	}

	/** Replays a stored log. What the patron had said by then stands as it was; what was about to happen still will. */
	resume(log: readonly LoggedEvent[]): void {
		this.#scheduleNudge(0);
		for (const { seq: _, at, ...event } of log) {
			const index = this.#coming.findIndex((coming) => coming.event.type === event.type);
			if (index >= 0 && this.#coming.splice(index, 1)[0]!.isNudge) this.#isNudgeSpent = true;
			if (event.type === 'follow-up.fell-due') this.#append(event, at);
			else this.#happen(event, at, true);
		}
	}

	/** `isReplay`: what follows from the event at once stands in the log itself. */
	#happen(event: SessionEvent, at: number, isReplay = false): LoggedEvent[] {
		const happened = [this.#append(event, at)];
		if (event.type === 'librarian.said') this.#hear(this.#stimulusOf(event), at);
		else if (event.type === 'librarian.sent-finding') {
			const meets = this.#scenario.facts.findings[event.finding]?.meets ?? false;
			this.#hear({ type: 'librarian.sent-finding', finding: event.finding, meets }, at);
		} else if (event.type === 'librarian.ended') this.#coming = [];
		else if (event.type === 'patron.said') this.#turns += 1;
		if (!isReplay && this.#makesDue(event)) happened.push(this.#append({ type: 'follow-up.fell-due' }, at));
		if (event.type === 'patron.said') this.#scheduleNudge(at);
		return happened;
	}

	#append(event: SessionEvent, at: number): LoggedEvent {
		this.#now = Math.max(this.#now, at);
		this.#session = transition(sessionMachine, this.#session, event)[0];
		const logged = { ...event, seq: this.#log.length + 1, at: this.#now };
		this.#log.push(logged);
		return logged;
	}

	#makesDue(event: SessionEvent): boolean {
		const { due } = this.#scenario;
		if (this.#log.some(({ type }) => type === 'follow-up.fell-due')) return false;
		if (event.type === 'librarian.sent-finding')
			return typeof due === 'object' && due.finding === event.finding;
		return event.type === 'patron.said' && due === 'second-need' && event.does.includes('asks-more');
	}

	#stimulusOf(event: EventOf<'librarian.said'>): Stimulus {
		const cues = librarianCues(event, this.#scenario.facts);
		const acts = new Set<Act>(event.heard.map(({ act }) => act));
		if (readScript(event.text, this.#scenario.facts).whose !== null) acts.add('goodbye');
		return {
			type: 'librarian.said',
			acts: [...acts],
			isOffer: cues.includes('offer') || cues.includes('offer-unsure'),
			isQuestion: event.text.includes('?')
		};
	}

	#hear(stimulus: Stimulus, at: number): void {
		this.#coming = this.#coming.filter(({ isNudge }) => !isNudge);
		const [next, reaction] = react(this.#patron, stimulus);
		this.#patron = next;
		const utterances: Utterance[] = reaction.lines.map((line) => ({ line }));
		if (reaction.repliesToFinding && stimulus.type === 'librarian.sent-finding')
			utterances.unshift({ finding: stimulus.finding });
		if (reaction.fallsSilent) {
			this.#held = utterances;
			this.#schedule({ type: 'patron.fell-silent' }, at + SILENT_AFTER_MS);
			return;
		}
		if (reaction.leaves === 'system-line') {
			this.#coming = [{ at: at + VANISH_MS, event: { type: 'patron.left', how: 'system-line' } }];
			return;
		}
		if (reaction.comesBack) {
			this.#coming = this.#coming.filter(({ event }) => event.type !== 'patron.fell-silent');
			utterances.push(...this.#held);
			this.#held = [];
		}
		const end = this.#speak(utterances, at);
		if (reaction.leaves === 'said-goodbye')
			this.#schedule({ type: 'patron.left', how: 'said-goodbye' }, end + LEAVE_MS);
	}

	/** Lets the patron read, type and send; gives the time at which the message is out. */
	#speak(utterances: readonly Utterance[], at: number): number {
		const last = this.#coming.at(-1)?.at ?? 0;
		const turn = this.#turns + this.#coming.filter(({ event }) => event.type === 'patron.said').length;
		const message = messageOf(utterances, this.#scenario, this.#seed, turn);
		const from = Math.max(at, last);
		if (message === null) return from;
		const pace = this.#scenario.persona.isHurried ? 0.5 : 1;
		const reading = READ_MS * (1 + chance(this.#seed, 'reading', turn)) * pace;
		const typing = Math.min(LONGEST_TYPING_MS, 800 + message.text.length * TYPE_MS_PER_CHARACTER) * pace;
		this.#schedule({ type: 'patron.started-typing' }, Math.round(from + reading));
		this.#schedule(message, Math.round(from + reading + typing));
		return Math.round(from + reading + typing);
	}

	#schedule(event: SessionEvent, at: number): void {
		this.#coming.push({ at, event });
		this.#coming.sort((one, other) => one.at - other.at);
	}

	#scheduleNudge(from: number): void {
		const [, reaction] = react(this.#patron, { type: 'librarian.kept-waiting' });
		const event = messageOf(
			reaction.lines.map((line) => ({ line })),
			this.#scenario,
			this.#seed,
			this.#turns
		);
		if (this.#isNudgeSpent || this.#coming.length > 0 || event === null) return;
		this.#coming = [{ at: from + NUDGE_AFTER_MS, event, isNudge: true }];
	}
}
