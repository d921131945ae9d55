import type { Act, Heard } from '#lib/domain/act.ts';
import { addressesIn, isAddressShaped } from '#lib/domain/address.ts';
import type { Because } from '#lib/domain/because.ts';
import { chance } from '#lib/domain/chance.ts';
import { RESOLUTION_CODES, type ResolutionCode } from '#lib/domain/code.ts';
import type { Consequence } from '#lib/domain/consequence.ts';
import type { LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import type { Rulings } from '#lib/domain/judge.ts';
import type { Exercise, Timed } from '#lib/domain/lesson.ts';
import { addressIn } from '#lib/domain/log-facts.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { hasAddressInHand } from '#lib/domain/situation.ts';
import { RED_LINES, STEPS, type RedLineId, type RuleId, type StepId } from '#lib/domain/step.ts';
import type { Trace } from '#lib/domain/trace.ts';
import type { RedLineVerdict, StepVerdict } from '#lib/domain/verdict.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { endingOf } from './ending.ts';
import { score, type Score } from './score.ts';
import { hear } from './simulate.ts';

/** What a trainee does in an exercise. */
export type Answer = { option: number } | { order: readonly number[] } | { text: string };

/** What can be chosen in an exercise. */
export type Option =
	| { is: 'move'; events: readonly SessionEvent[] }
	| { is: 'step'; step: StepId }
	/** Null: there is none. */
	| { is: 'address'; address: string | null }
	| { is: 'code'; code: ResolutionCode };

export interface Ruled {
	rule: RuleId;
	verdict: StepVerdict | RedLineVerdict;
	because: Because;
}

/** What an answer comes to. */
export interface Tried {
	isRight: boolean;
	/** The rules that the exercise aims at, and every red line that is crossed. */
	rulings: readonly Ruled[];
	/** What was heard in what was written; null where nothing was. */
	heard: readonly Heard[] | null;
	/** What the exercise asks for beside its rules, and was not heard in what was written. */
	unheard: readonly Act[];
	trace: Trace;
	/** Null where the chat has no code yet. */
	consequence: Consequence | null;
}

/** Written by hand and with no acts listed: somebody has to hear it. */
const isUnheard = (event: SessionEvent): boolean =>
	event.type === 'librarian.said' && event.recogniser === 'by-hand' && event.heard.length === 0;

/** A log to which an exercise adds, each message heard as it comes. */
class GrowingLog {
	readonly events: LoggedEvent[] = [];
	readonly #exercise: Exercise;
	readonly #recogniser: Recogniser;

	constructor(exercise: Exercise, recogniser: Recogniser) {
		this.#exercise = exercise;
		this.#recogniser = recogniser;
		for (const { seq: _seq, at, ...event } of exercise.events) this.#add(event, at);
	}

	get now(): number {
		return this.events.at(-1)?.at ?? 0;
	}

	add(part: readonly Timed[]): void {
		for (const { afterMs, event } of part) this.#add(event, this.now + afterMs);
	}

	#add(event: SessionEvent, at: number): void {
		const heard: SessionEvent =
			event.type === 'librarian.said' && isUnheard(event)
				? { ...event, heard: this.hear(event.text), recogniser: this.#recogniser.version }
				: event;
		this.events.push({ ...heard, seq: this.events.length + 1, at });
	}

	hear(text: string): readonly Heard[] {
		return hear(this.#recogniser, text, this.#exercise, this.events);
	}
}

/** Between the last thing that happened and what is written. */
const WRITING_MS = 20_000;

function write(log: GrowingLog, exercise: Extract<Exercise, { kind: 'write' }>, text: string) {
	if (exercise.writes === 'note') {
		log.add([{ afterMs: WRITING_MS, event: { type: 'librarian.noted', text } }]);
		return null;
	}
	const heard = log.hear(text);
	log.add([
		{ afterMs: WRITING_MS, event: { type: 'librarian.said', text, heard: [], recogniser: 'by-hand' } }
	]);
	const { reply } = exercise;
	if (reply !== null && heard.some(({ act }) => act === reply.to)) log.add(reply.events);
	return heard;
}

const isStep = (rule: RuleId): rule is StepId => STEPS.some((step) => step === rule);
const rulingOf = (rule: RuleId, { steps, redLines }: Rulings): Ruled => ({
	rule,
	...(isStep(rule) ? steps[rule] : redLines[rule as RedLineId])
});

const isAmiss = ({ verdict }: Ruled): boolean =>
	verdict === 'missed' || verdict === 'broken' || verdict === 'unsure';
const isKept = ({ verdict }: Ruled): boolean => verdict === 'met' || verdict === 'kept';

const crossed = ({ redLines }: Rulings): RedLineId[] =>
	RED_LINES.filter((line) => redLines[line].verdict === 'broken');

/** The address that the next librarian has; null where none is in hand. */
function addressInHand(exercise: Exercise, events: readonly LoggedEvent[], { trace }: Score): string | null {
	if (!hasAddressInHand(trace.standing)) return null;
	return addressIn(exercise.facts, exercise.takeover, events)?.address ?? null;
}

/** Every address that stands anywhere in a chat, once, and last that there is none. */
function addressOptions({ facts, takeover, events }: Exercise): Option[] {
	const { email } = facts.patron;
	const said = [
		...takeover.map(({ text }) => text),
		...events.flatMap((event) =>
			event.type === 'patron.said' || event.type === 'librarian.said' ? [event.text] : []
		)
	];
	const all = [
		...(email !== null && isAddressShaped(email) ? [email] : []),
		...said.flatMap((text) => addressesIn(text))
	];
	return [...new Set(all), null].map((address) => ({ is: 'address', address }));
}

/** What can be chosen; empty where something is put in order or written. */
export function optionsOf(exercise: Exercise, pack: Pack, recogniser: Recogniser): readonly Option[] {
	switch (exercise.kind) {
		case 'choose':
		case 'order':
			return exercise.moves.map((move) => ({ is: 'move', events: move.map(({ event }) => event) }));
		case 'write':
			return [];
		case 'code':
			return RESOLUTION_CODES.map((code) => ({ is: 'code', code }));
		case 'find-address':
			return addressOptions(exercise);
		case 'spot': {
			const { events } = new GrowingLog(exercise, recogniser);
			const { steps } = score({ ...exercise, events }, pack).rulings;
			return STEPS.filter((step) => steps[step].verdict !== 'not-applicable').map((step) => ({
				is: 'step',
				step
			}));
		}
	}
}

/** The moves of an exercise as they are laid out to be put in order: by chance, but always alike, and never as they were written. */
export function laidOut({ id, moves }: Extract<Exercise, { kind: 'order' }>): number[] {
	const order = moves.map((_, index) => index).sort((a, b) => chance(0, id, a) - chance(0, id, b));
	const isAsWritten = order.every((move, index) => move === index);
	return isAsWritten ? order.reverse() : order;
}

/** What an answer comes to: it is added to the log, and the log is scored like that of any chat. */
export function tryAnswer(exercise: Exercise, answer: Answer, pack: Pack, recogniser: Recogniser): Tried {
	const log = new GrowingLog(exercise, recogniser);
	const chosen = 'option' in answer ? optionsOf(exercise, pack, recogniser)[answer.option] : undefined;
	let heard: readonly Heard[] | null = null;
	if (exercise.kind === 'write' && 'text' in answer) heard = write(log, exercise, answer.text);
	if (exercise.kind === 'choose' && 'option' in answer) log.add(exercise.moves[answer.option] ?? []);
	if (exercise.kind === 'order' && 'order' in answer)
		for (const index of answer.order) log.add(exercise.moves[index] ?? []);
	if (chosen?.is === 'code')
		log.add([
			{ afterMs: WRITING_MS, event: { type: 'librarian.coded', code: chosen.code, descriptive: [] } }
		]);
	if ('rest' in exercise) log.add(exercise.rest);

	const { events } = log;
	const session = { facts: exercise.facts, takeover: exercise.takeover, events };
	const result = score(session, pack);
	const lines = crossed(result.rulings);
	const goals: readonly RuleId[] =
		'goals' in exercise
			? exercise.goals
			: chosen?.is === 'step'
				? [chosen.step]
				: exercise.kind === 'code'
					? ['resolution-code']
					: [];
	const rulings = [...new Set<RuleId>([...goals, ...lines])]
		.map((rule) => rulingOf(rule, result.rulings))
		.filter(
			({ verdict, rule }) => verdict !== 'not-applicable' || (goals.includes(rule) && lines.length === 0)
		);
	const isAimedAt = rulings.some(isKept) && !rulings.some(isAmiss);
	const unheard =
		exercise.kind === 'write' ? exercise.acts.filter((act) => !heard?.some((one) => one.act === act)) : [];
	return {
		isRight:
			chosen?.is === 'step'
				? rulings[0]?.verdict === 'missed'
				: chosen?.is === 'address'
					? chosen.address === addressInHand(exercise, events, result)
					: isAimedAt && unheard.length === 0,
		rulings,
		heard,
		unheard,
		trace: result.trace,
		consequence: endingOf(session, result.trace.standing, exercise.followUpLibrarian)
	};
}
