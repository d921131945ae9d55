import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debriefOf, repairCase } from '#lib/app/debrief.ts';
import { allScenarioIds } from '#lib/app/headless.ts';
import { isRepairSound } from '#lib/app/repair.ts';
import { score } from '#lib/app/score.ts';
import { SessionRun } from '#lib/app/session-run.ts';
import { simulate } from '#lib/app/simulate.ts';
import { ACTS } from '#lib/domain/act.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { TABS } from '#lib/domain/facts.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario, PACKS } from '#lib/scenarios/bank.ts';
import type { LibrarianAction, Scenario } from '#lib/scenarios/scenario.ts';

const scenarios = await Promise.all(allScenarioIds().map(async (id) => (await loadScenario(id))!));

const WORDS = [
	'Which e-mail address should it go to?',
	'I’ll send this on, and somebody will e-mail you within a few days.',
	'Is there anything else I can look up?',
	'You’ll have to call the branch.',
	'ok',
	'Are you still there? I will end this chat otherwise.',
	'What is your card number?',
	'<b>bold</b> 😀 \u202e',
	''
];

/** A librarian who does anything in any order, sensible or not, and ends and codes in the end. */
function librarian(scenario: Scenario): fc.Arbitrary<LibrarianAction[]> {
	const scripts = ['goodbye', ...Object.keys(scenario.facts.otherScripts), 'my-hold'].filter(
		(id) => id !== 'goodbye' || scenario.library.goodbye !== null
	);
	const findings = Object.keys(scenario.facts.findings);
	const action = fc.oneof(
		fc.record({ say: fc.constantFrom(...WORDS), acts: fc.subarray([...ACTS], { maxLength: 3 }) }),
		fc.record({ say: fc.constantFrom(...WORDS) }),
		fc.record({ script: fc.constantFrom(...scripts) }),
		fc.record({ open: fc.constantFrom(...TABS) }),
		fc.record({ note: fc.constantFrom('fyi', 'no e-mail given, the question is still open', '') }),
		fc.record({ wait: fc.constantFrom(0, 10, 70, 400) }),
		...(findings.length > 0 ? [fc.record({ send: fc.constantFrom(...findings) })] : [])
	) as fc.Arbitrary<LibrarianAction>;
	const end = fc.record({ code: fc.constantFrom(...RESOLUTION_CODES) });
	return fc
		.tuple(fc.array(action, { maxLength: 14 }), end)
		.map(([actions, code]) => [...actions, { end: true }, code] as LibrarianAction[]);
}

const play = fc
	.constantFrom(...scenarios)
	.chain((scenario) =>
		fc.tuple(fc.constant(scenario), librarian(scenario), fc.integer({ min: 0, max: 1000 }))
	);

const session = (scenario: Scenario, events: ReturnType<typeof simulate>, seed: number) => ({
	facts: scenario.facts,
	takeover: scenario.takeover,
	events,
	seed
});

describe('a librarian who does anything', () => {
	test('can always end, and gets verdicts with evidence under every pack', () => {
		fc.assert(
			fc.property(play, ([scenario, actions, seed]) => {
				const events = simulate(scenario, seed, actions, rulesRecogniser);
				expect(events.at(-1)?.type).toBe('librarian.coded');
				for (const pack of PACKS) {
					const { reports, consequence, points } = debriefOf(session(scenario, events, seed), pack, scenario);
					expect(consequence).not.toBeNull();
					expect(points.earned).toBeLessThanOrEqual(points.possible);
					for (const { rule, verdict, evidence, window, becauseText } of reports) {
						expect(becauseText, rule).not.toBe('');
						if (verdict === 'met') expect(evidence.length, `${rule} met`).toBeGreaterThan(0);
						if (verdict === 'missed') expect(window, rule).not.toBeNull();
						if (verdict === 'broken' || verdict === 'unsure' || verdict === 'kept')
							expect(evidence.length, `${rule} ${verdict}`).toBeGreaterThan(0);
						for (const { seq, span } of evidence) {
							if (span === undefined) continue;
							const event = events[seq - 1]!;
							expect('text' in event && span.end <= event.text.length && span.start < span.end).toBe(true);
						}
					}
				}
			}),
			{ numRuns: 60 }
		);
	}, 120_000);

	test('is replayed from the log to the same verdicts and the same patron', () => {
		fc.assert(
			fc.property(play, fc.nat(), ([scenario, actions, seed], cut) => {
				const events = simulate(scenario, seed, actions, rulesRecogniser);
				expect(simulate(scenario, seed, actions, rulesRecogniser)).toEqual(events);
				const copy = JSON.parse(JSON.stringify(events)) as typeof events;
				const [pack] = PACKS;
				expect(score(session(scenario, copy, seed), pack!)).toEqual(
					score(session(scenario, events, seed), pack!)
				);
				// Interrupted anywhere and resumed, the log stands as it was, and the session can still be ended.
				const run = new SessionRun(scenario, seed);
				run.resume(events.slice(0, cut % (events.length + 1)));
				expect(run.log).toEqual(events.slice(0, cut % (events.length + 1)));
				run.act({ type: 'librarian.ended' }, run.now + 1000);
				run.act({ type: 'librarian.coded', code: 'answered', descriptive: [] }, run.now + 1000);
				expect(run.log.at(-1)?.type).toBe('librarian.coded');
			}),
			{ numRuns: 60 }
		);
	}, 120_000);

	test('is never shown a repair that does not mend', () => {
		fc.assert(
			fc.property(play, ([scenario, actions, seed]) => {
				const events = simulate(scenario, seed, actions, rulesRecogniser);
				for (const pack of PACKS) {
					const played = session(scenario, events, seed);
					const given = repairCase(played, pack, scenario);
					for (const { rule, repair } of debriefOf(played, pack, scenario).reports) {
						if (repair !== null) expect(isRepairSound(rule, repair, played, pack, given), rule).toBe(true);
					}
				}
				expect(events.length).toBeGreaterThan(1);
			}),
			{ numRuns: 25 }
		);
	}, 120_000);
});
