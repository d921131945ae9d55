import type { Heard } from '#lib/domain/act.ts';
import type { EventOf, LoggedEvent, SessionEvent } from '#lib/domain/event.ts';
import { messageParts } from '#lib/domain/told-finding.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import type { LibrarianAction, Scenario } from '#lib/scenarios/scenario.ts';
import { findScript } from './scripts.ts';
import { SessionRun } from './session-run.ts';

/** Between two actions a simulated librarian lets the patron answer: this long at least. */
const PAUSE_MS = 20_000;

/** Hears a message with what the patron said last as its context. */
export function hear(
	recogniser: Recogniser,
	text: string,
	scenario: Pick<Scenario, 'takeover'>,
	log: readonly LoggedEvent[]
): readonly Heard[] {
	const said = log.filter(
		(event): event is LoggedEvent & EventOf<'patron.said'> => event.type === 'patron.said'
	);
	const before = scenario.takeover.filter(({ who }) => who === 'patron');
	return recogniser.recognise(text, said.at(-1)?.text ?? before.at(-1)?.text ?? '');
}

/** What a typed message is in the log: one that tells a finding in words of its own has sent it, there and then. */
export function typedEvents(
	text: string,
	scenario: Pick<Scenario, 'takeover' | 'told'>,
	log: readonly LoggedEvent[],
	recogniser: Recogniser
): SessionEvent[] {
	const given = log.flatMap((event) => (event.type === 'librarian.sent-finding' ? [event.finding] : []));
	return messageParts(text, scenario.told, given).map((part) =>
		part.finding === null
			? {
					type: 'librarian.said',
					text: part.text,
					heard: hear(recogniser, part.text, scenario, log),
					recogniser: recogniser.version
				}
			: { type: 'librarian.sent-finding', finding: part.finding, text: part.text }
	);
}

const listed = (acts: readonly Heard['act'][]): Heard[] =>
	acts.map((act) => ({ act, start: 0, end: 0, confidence: 1 }));

/** What a librarian's action is in the log, mostly one event; an error says which script or finding there is not. */
function eventsOf(
	action: Exclude<LibrarianAction, { wait: number }>,
	scenario: Scenario,
	log: readonly LoggedEvent[],
	recogniser: Recogniser
): SessionEvent[] {
	if ('say' in action) {
		const { say: text, acts } = action;
		if (acts === undefined) return typedEvents(text, scenario, log, recogniser);
		return [{ type: 'librarian.said', text, heard: listed(acts), recogniser: 'by-hand' }];
	}
	if ('script' in action) {
		const script = findScript(action.script, scenario);
		if (script === undefined) throw new Error(`there is no script “${action.script}” in the Scripts tab`);
		const text = action.edited ?? script.text;
		return [
			{
				type: 'librarian.said',
				text,
				heard: hear(recogniser, text, scenario, log),
				recogniser: recogniser.version,
				script: action.script
			}
		];
	}
	if ('send' in action) {
		const finding = scenario.facts.findings[action.send];
		if (finding === undefined)
			throw new Error(
				`there is no finding “${action.send}” among ${Object.keys(scenario.facts.findings).join(', ') || 'none'}`
			);
		return [{ type: 'librarian.sent-finding', finding: action.send, text: finding.text }];
	}
	if ('open' in action) return [{ type: 'librarian.opened-tab', tab: action.open }];
	if ('note' in action) return [{ type: 'librarian.noted', text: action.note }];
	if ('end' in action) return [{ type: 'librarian.ended' }];
	return [{ type: 'librarian.coded', code: action.code, descriptive: [] }];
}

/**
 * Plays a librarian's actions against a scenario on a stepped clock. The patron answers before the next action;
 * `{ wait }` lets seconds pass beyond that. A generator is given the log so far with every action it is asked for, so
 * that it can answer the patron. The same arguments give the same log.
 */
export function simulate(
	scenario: Scenario,
	seed: number,
	actions: Iterable<LibrarianAction, unknown, readonly LoggedEvent[]>,
	recogniser: Recogniser
): readonly LoggedEvent[] {
	const run = new SessionRun(scenario, seed);
	run.begin();
	const librarian = actions[Symbol.iterator]();
	for (let turn = librarian.next(run.log); turn.done !== true; turn = librarian.next(run.log)) {
		const action = turn.value;
		if ('wait' in action) {
			run.advance(run.now + action.wait * 1000);
			continue;
		}
		for (const event of eventsOf(action, scenario, run.log, recogniser)) run.act(event, run.now);
		if ('code' in action) break;
		if (!('end' in action)) run.advance(run.now + PAUSE_MS);
	}
	return run.log;
}
