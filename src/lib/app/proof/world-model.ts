import type { Act } from '#lib/domain/act.ts';
import { ASKING_ACTS } from '#lib/domain/act.ts';
import type { Cued } from '#lib/domain/cue.ts';
import { patronCues, takeoverCues } from '#lib/domain/hearing.ts';
import type { Region, Standing } from '#lib/domain/standing.ts';
import { cuesOfActs } from '#lib/machines/closing/alphabet.ts';
import type { Stimulus } from '#lib/machines/patron/patron.machine.ts';
import type { Reaction } from '#lib/machines/patron/react.ts';
import type { PatronStanding } from '#lib/machines/patron/table.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { messageOf, type Utterance } from '#lib/app/patron-voice.ts';
import type { Deed } from './alphabet.ts';

/** The machines that a proof is about; a test puts a broken one in the place of a real one. */
export interface Machinery {
	born: (persona: Scenario['persona']) => PatronStanding;
	react: (standing: PatronStanding, stimulus: Stimulus) => [PatronStanding, Reaction];
	moves: (
		event: Cued,
		standing: Standing,
		within?: ReadonlySet<Region>
	) => readonly { region: Region; to: string }[];
}

/** The patron in the proof: where the machine stands, and what it holds back while silent. */
export interface PatronNode {
	id: number;
	state: PatronStanding;
	held: readonly Utterance[];
	/** Silent, but not yet long enough for the chat system to say so. */
	isUnmarked: boolean;
}

/** What reaches the closing, in order. Each event and each sequence of them is there once: same is identical. */
export type Happening = readonly Cued[];

/** What a deed brings about: the events that reach the closing, and the patron afterwards. */
export interface Effect {
	happening: Happening;
	/** Where the patron replies: what happens when the librarian ends while they are typing. */
	cutShort: Happening | null;
	patron: PatronNode;
}

interface Outcome {
	events: readonly Cued[];
	/** Of these, the ones that have happened when the patron begins to type. */
	beforeReply: number;
	patron: PatronNode;
}

/** In the proof a minute lies between two deeds, as it does at a real desk: the minute waits have passed by then. */
const MINUTE: readonly Cued[] = (
	['presentAfterCheckable', 'presentAfterDue', 'presentAfterPromise', 'check', 'order'] as const
).map((region) => ({ type: 'clock.struck', region }));
/** Waiting as long as the longest wait. */
const LONG: readonly Cued[] = (['silenceNotice', 'hush'] as const).map((region) => ({
	type: 'clock.struck',
	region
}));

const TYPING: Cued = { type: 'patron.started-typing' };
const ENDED: Cued = { type: 'librarian.ended' };

const OWN_GOODBYE = [
	'farewell',
	'goodbye',
	'invite-return',
	'own-goodbye',
	'own-invitation',
	'own-thanks',
	'thank-for-using'
] as const;
const OTHER_GOODBYE = ['farewell', 'goodbye', 'invite-return', 'thank-for-using'] as const;
const GOODBYE_ACTS: readonly Act[] = ['goodbye', 'invite-return', 'thank-for-using'];

/** Scenario and patron as a finite transition system; every patron state is met once and known by its number. */
export class WorldModel {
	readonly scenario: Scenario;
	readonly #machinery: Machinery;
	readonly #nodes = new Map<string, PatronNode>();
	readonly #effects = new Map<number, Map<Deed, Effect>>();
	readonly #happenings = new Map<string, Happening>();
	readonly #events = new Map<string, { event: Cued; id: number }>();
	readonly #hasFirstLineMoment: boolean;
	readonly beginning: PatronNode;
	/** What happens at the takeover. */
	readonly opening: Happening;

	constructor(scenario: Scenario, machinery: Machinery) {
		const { vanishes, silent, volunteers } = scenario.persona;
		this.#hasFirstLineMoment = [vanishes, silent?.on, volunteers?.on].includes('first-line');
		this.scenario = scenario;
		this.#machinery = machinery;
		this.beginning = this.#node(machinery.born(scenario.persona), [], false);
		const { facts, takeover, due } = scenario;
		const begins: Cued[] = [{ type: 'session.taken-over', cues: takeoverCues(facts, takeover) }];
		this.opening = due === 'takeover' ? [...begins, { type: 'follow-up.fell-due' }] : begins;
	}

	get patronStates(): number {
		return this.#nodes.size;
	}

	effect(patron: PatronNode, deed: Deed): Effect {
		let effects = this.#effects.get(patron.id);
		if (effects === undefined) this.#effects.set(patron.id, (effects = new Map()));
		let effect = effects.get(deed);
		if (effect === undefined) {
			const { events, beforeReply, patron: after } = this.#workOut(patron, deed);
			effect = {
				happening: this.#happening(events),
				cutShort:
					events.length > beforeReply
						? this.#happening([...events.slice(0, beforeReply), TYPING, ENDED])
						: null,
				patron: after
			};
			effects.set(deed, effect);
		}
		return effect;
	}

	/** After the minute that lies between two deeds. */
	#happening(events: readonly Cued[]): Happening {
		let key = '';
		const known = events.map((event) => {
			const name = JSON.stringify(event);
			let same = this.#events.get(name);
			if (same === undefined) this.#events.set(name, (same = { event, id: this.#events.size }));
			key += `${same.id} `;
			return same.event;
		});
		let happening = this.#happenings.get(key);
		if (happening === undefined) this.#happenings.set(key, (happening = [...MINUTE, ...known]));
		return happening;
	}

	#node(state: PatronStanding, held: readonly Utterance[], isUnmarked: boolean): PatronNode {
		const { at } = state;
		const { patience, knowsWhy, knowsWhatNext, hasHeardLibrarian } = state.memory;
		// Two states are one where only memories differ that this patron never acts on again.
		const isWary = this.scenario.persona.wariness !== 'gladly' && at.address !== 'told';
		const isPatient = knowsWhatNext && at.plan !== 'unheard';
		const isGone = at.presence === 'gone';
		const isSilentForGood = at.presence === 'silent' && this.scenario.persona.silent?.back === 'never';
		const key =
			isGone || isSilentForGood
				? `${isGone} ${isUnmarked}`
				: JSON.stringify([
						at,
						isPatient || patience,
						isWary && knowsWhy,
						knowsWhatNext,
						this.#hasFirstLineMoment && hasHeardLibrarian,
						held,
						isUnmarked
					]);
		let node = this.#nodes.get(key);
		if (node === undefined) this.#nodes.set(key, (node = { id: this.#nodes.size, state, held, isUnmarked }));
		return node;
	}

	#workOut(patron: PatronNode, deed: Deed): Outcome {
		const quiet = (...events: Cued[]): Outcome => ({ events, beforeReply: events.length, patron });
		switch (deed.do) {
			case 'open':
				return quiet({ type: 'librarian.opened-tab', tab: deed.tab });
			case 'note':
				return quiet({
					type: 'librarian.noted',
					fyi: deed.explains && this.scenario.facts.fyi !== null,
					need: deed.explains
				});
			case 'end':
				return quiet({ type: 'librarian.ended' });
			case 'code':
				return quiet({ type: 'librarian.coded', code: deed.code });
			case 'wait':
				return this.#wait(patron);
			case 'send': {
				const finding = this.scenario.facts.findings[deed.finding];
				const meets = finding?.meets ?? false;
				const { due } = this.scenario;
				const sent: Cued[] = [{ type: 'librarian.sent-finding', meets }];
				if (typeof due === 'object' && due.finding === deed.finding)
					sent.push({ type: 'follow-up.fell-due' });
				return this.#answered(patron, sent, { type: 'librarian.sent-finding', finding: deed.finding, meets });
			}
			case 'goodbye':
				return this.#said(
					patron,
					GOODBYE_ACTS,
					{ type: 'librarian.said', cues: deed.whose === 'own' ? [...OWN_GOODBYE] : [...OTHER_GOODBYE] },
					false
				);
			case 'say':
				return this.#said(
					patron,
					deed.acts,
					{ type: 'librarian.said', cues: cuesOfActs(deed.acts, deed.isOffer) },
					deed.isOffer
				);
		}
	}

	#said(patron: PatronNode, acts: readonly Act[], event: Cued, isOffer: boolean): Outcome {
		const isQuestion = isOffer || acts.some((act) => ASKING_ACTS.has(act));
		return this.#answered(patron, [event], { type: 'librarian.said', acts, isOffer, isQuestion });
	}

	/** What the patron does to a stimulus, as events for the closing. */
	#answered(patron: PatronNode, before: readonly Cued[], stimulus: Stimulus): Outcome {
		const [state, reaction] = this.#machinery.react(patron.state, stimulus);
		const utterances: Utterance[] = reaction.lines.map((line) => ({ line }));
		if (reaction.repliesToFinding && stimulus.type === 'librarian.sent-finding')
			utterances.unshift({ finding: stimulus.finding });
		if (reaction.fallsSilent)
			return { events: before, beforeReply: before.length, patron: this.#node(state, utterances, true) };
		const events = [...before];
		const spoken = messageOf(
			reaction.comesBack ? [...utterances, ...patron.held] : utterances,
			this.scenario,
			0,
			0
		);
		if (spoken !== null && reaction.leaves !== 'system-line') {
			events.push({ type: 'patron.said', cues: patronCues(spoken) });
			if (spoken.does.includes('asks-more') && this.scenario.due === 'second-need')
				events.push({ type: 'follow-up.fell-due' });
		}
		if (reaction.leaves !== null) events.push({ type: 'patron.left', how: reaction.leaves });
		const node = reaction.comesBack
			? this.#node(state, [], false)
			: this.#node(state, patron.held, patron.isUnmarked);
		return { events, beforeReply: before.length, patron: node };
	}

	#wait(patron: PatronNode): Outcome {
		const events: Cued[] = patron.isUnmarked ? [...LONG, { type: 'patron.fell-silent' }] : [...LONG];
		return { events, beforeReply: events.length, patron: this.#node(patron.state, patron.held, false) };
	}
}
