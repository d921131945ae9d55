import { describe, expect, test } from 'vitest';
import { score, type Scorable } from '#lib/app/score.ts';
import { simulate } from '#lib/app/simulate.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { RuleId } from '#lib/domain/step.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario, PACKS, packById, SCENARIOS } from '#lib/scenarios/bank.ts';
import type { LibrarianAction } from '#lib/scenarios/scenario.ts';

const scenarios = await Promise.all(SCENARIOS.map(async ({ id }) => (await loadScenario(id))!));
const plays = scenarios.flatMap((scenario) =>
	scenario.plays.map((play) => [scenario.id, play.title, scenario, play] as const)
);

function verdicts(session: Scorable, packId = '24-7'): Record<string, string> {
	const { steps, redLines } = score(session, packById(packId)!).rulings;
	return Object.fromEntries(
		Object.entries({ ...steps, ...redLines }).map(([id, { verdict }]) => [id, verdict])
	);
}

describe('what is only surface', () => {
	test.for(plays)('changes no verdict: %s, %s', ([, , scenario, play]) => {
		const { facts, takeover } = scenario;
		const events = simulate(scenario, 1, play.librarian, rulesRecogniser);
		const renamed: Facts = {
			...facts,
			patron: { ...facts.patron, name: 'Quill' },
			library: { ...facts.library, name: 'Elsewhere Library' }
		};
		const reworded = events.map((event): LoggedEvent =>
			event.type === 'patron.said' ? { ...event, text: 'mhm' } : event
		);
		// The patron takes a little longer over every message, without reaching the librarian's next one.
		const slower = events.map((event, index): LoggedEvent => {
			const next = events[index + 1]?.at ?? event.at + 500;
			return event.type === 'patron.said' ? { ...event, at: Math.min(event.at + 500, next) } : event;
		});
		for (const { id } of PACKS) {
			const base = verdicts({ facts, takeover, events }, id);
			expect(verdicts({ facts: renamed, takeover, events }, id)).toEqual(base);
			expect(verdicts({ facts, takeover, events: reworded }, id)).toEqual(base);
			expect(verdicts({ facts, takeover, events: slower }, id)).toEqual(base);
			for (const seed of [2, 33, 444])
				expect(
					verdicts({ facts, takeover, events: simulate(scenario, seed, play.librarian, rulesRecogniser) }, id)
				).toEqual(base);
		}
	});
});

const PERFECT: LibrarianAction[] = [
	{ open: 'info' },
	{
		say: 'Which e-mail address should it go to, and when do you need it?',
		acts: ['ask-email', 'ask-deadline']
	},
	{
		say: 'Somebody at Riverbend will write to you. It may be some days.',
		acts: ['explain-follow-up', 'set-timeframe']
	},
	{ say: 'Is there more I can look up?', acts: ['offer-more'] },
	{ script: 'goodbye' },
	{ end: true },
	{ code: 'follow-up-by-patrons-library' }
];

const FYI = { reason: 'The catalogue page is down', words: ['catalogue'] };

/** Each changed fact, and all that changes with it: written down before it was run. */
const CHANGES: readonly [string, (facts: Facts) => Facts, Partial<Record<RuleId, string>>][] = [
	['the question is local', (facts) => ({ ...facts, local: true }), { 'policy-page': 'missed' }],
	[
		'the policy page has the answer',
		(facts) => ({ ...facts, local: true, policyAnswers: true }),
		{
			'policy-page': 'missed',
			email: 'not-applicable',
			deadline: 'not-applicable',
			'next-steps': 'not-applicable'
		}
	],
	['there is something the library should know', (facts) => ({ ...facts, fyi: FYI }), { note: 'missed' }],
	[
		'the need is met at the takeover',
		(facts) => ({ ...facts, need: 'met' }),
		{
			email: 'not-applicable',
			deadline: 'not-applicable',
			'next-steps': 'not-applicable',
			'resolution-code': 'missed'
		}
	],
	[
		'the library’s script is another one',
		(facts) => ({
			...facts,
			library: { ...facts.library, goodbye: 'So long from all of us on the hill, and mind the step!' }
		}),
		{ goodbye: 'missed' }
	],
	['the library has no script', (facts) => ({ ...facts, library: { ...facts.library, goodbye: null } }), {}],
	['the answer is within reach', (facts) => ({ ...facts, withinReach: true }), {}],
	['mail to the address bounces', (facts) => ({ ...facts, patron: { ...facts.patron, works: false } }), {}],
	[
		'an address was on file',
		(facts) => ({ ...facts, patron: { ...facts.patron, email: 'd@example.org' } }),
		{}
	],
	['the scenario names other words for a note', (facts) => ({ ...facts, noteWords: ['zeppelin'] }), {}]
];

describe('a changed fact', () => {
	const scenario = scenarios.find(({ id }) => id === 'obituary-of-1894')!;
	const events = simulate(scenario, 1, PERFECT, rulesRecogniser);
	const base = verdicts({ facts: scenario.facts, takeover: scenario.takeover, events });

	test('is held against a closing that has nothing missing', () => {
		expect(Object.values(base).filter((verdict) => verdict === 'missed' || verdict === 'broken')).toEqual([]);
	});

	test.for(CHANGES)('%s: changes exactly what it must', ([, change, expected]) => {
		expect(verdicts({ facts: change(scenario.facts), takeover: scenario.takeover, events })).toEqual({
			...base,
			...expected
		});
	});
});
