import { describe, expect, test } from 'vitest';
import { codeCase, inOrderOf, rightCodes, tallyByRule } from '#lib/app/drill.ts';
import { score } from '#lib/app/score.ts';
import { isAddressShaped } from '#lib/domain/address.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { acceptedCodes, caseFacts, hasAddressInHand, promiseAt } from '#lib/domain/situation.ts';
import { packById } from '#lib/scenarios/bank.ts';
import type { DrillCase } from '#lib/scenarios/drill-case.ts';
import { DRILL_CASES } from '#lib/scenarios/drill-cases.ts';
import { readDrill } from '#lib/scenarios/drill-schema.ts';

const pack = packById('24-7')!;

const standingOf = ({ facts, takeover, events }: DrillCase) =>
	score({ facts, takeover, events }, pack).trace.standing;
const ruleOf = (one: DrillCase) => codeCase(one, 'answered', pack).rule;
const isOnFile = ({ facts }: DrillCase) => facts.patron.email !== null && isAddressShaped(facts.patron.email);
const hasVanished = (one: DrillCase) => standingOf(one).presence === 'vanished';
const isPromised = (one: DrillCase) => promiseAt(standingOf(one)) === 'stands';
const isInHand = (one: DrillCase) => hasAddressInHand(standingOf(one));
const hasDeadEnd = (one: DrillCase) =>
	codeCase(one, 'follow-up-by-patrons-library', pack).chosen.consequence.outcome === 'unreachable';

describe('the cases of the coding drill', () => {
	test('there are ten', () => {
		expect(DRILL_CASES).toHaveLength(10);
	});

	test.for(DRILL_CASES.map((one) => [one.id, one] as const))(
		'%s: the codes said to be right are the ones the rules accept',
		([, one]) => {
			const at = standingOf(one);
			const byTable = acceptedCodes(at, caseFacts(one.facts), pack);
			expect(rightCodes(one, pack)).toEqual(RESOLUTION_CODES.filter((code) => one.right.includes(code)));
			expect(RESOLUTION_CODES.filter((code) => byTable.includes(code))).toEqual(rightCodes(one, pack));
		}
	);

	test.for(DRILL_CASES.flatMap((one) => RESOLUTION_CODES.map((code) => [one.id, code, one] as const)))(
		'%s coded %s: is told with a reason and an ending, and beside it every code that is right',
		([, code, one]) => {
			const answer = codeCase(one, code, pack);
			expect(answer.chosen.isRight).toBe(one.right.includes(code));
			expect(answer.chosen.rulings.length).toBeGreaterThan(0);
			expect(answer.chosen.rulings.some(({ verdict }) => verdict === 'missed' || verdict === 'broken')).toBe(
				!one.right.includes(code)
			);
			expect(
				[...answer.others.map((other) => other.code), ...(answer.chosen.isRight ? [code] : [])].sort()
			).toEqual([...one.right].sort());
			expect(answer.others.every(({ isRight }) => isRight)).toBe(true);
			expect(answer.rule).toBe(ruleOf(one));
		}
	);

	const themes: Record<string, (one: DrillCase) => boolean> = {
		'a Lost Call that would waste an address': (one) =>
			ruleOf(one) === 'gone-unexchanged-with-address' && !one.right.includes('lost-call'),
		'a Lost Call that is one': (one) => one.right.includes('lost-call'),
		'promised, then Answered': (one) =>
			isPromised(one) &&
			isOnFile(one) &&
			codeCase(one, 'answered', pack).chosen.rulings[0]?.because === 'promise-filed-away',
		'a follow-up with no e-mail': (one) => ruleOf(one) === 'no-email-no-follow-up' && hasDeadEnd(one),
		'an FYI': (one) => ruleOf(one) === 'fyi',
		'vanished, with an address': (one) =>
			hasVanished(one) && isOnFile(one) && ruleOf(one) === 'open-with-address',
		'an address typed in the chat only': (one) => isInHand(one) && !isOnFile(one),
		'an address typed only into the box after the chat': (one) =>
			one.afterwards !== null && /address/i.test(one.afterwards) && !isInHand(one),
		declined: (one) => ruleOf(one) === 'open-declined',
		'an answer within reach': (one) => one.right.includes('follow-up-by-me')
	};
	test.for(Object.keys(themes))('one is about: %s', (theme) => {
		expect(DRILL_CASES.filter(themes[theme]!).map(({ id }) => id)).not.toEqual([]);
	});

	test('Practice is right for none of them', () => {
		expect(DRILL_CASES.filter(({ right }) => right.includes('practice'))).toEqual([]);
	});
});

describe('a case that is not fit for the drill', () => {
	const session = {
		facts: {
			library: { name: 'Riverbend', goodbye: null },
			patron: { name: 'Dolores', email: null, works: false },
			need: 'open',
			due: 'never',
			withinReach: false,
			local: false,
			policyAnswers: false,
			fyi: null
		},
		log: [
			{ at: 5, said: 'Good evening.', acts: [] },
			{ at: 9, ended: true }
		]
	};
	const fit = {
		id: 'film',
		title: 'Film',
		firstQuestion: 'film?',
		followUpLibrarian: 'Marguerite',
		...session,
		lesson: 'Look.',
		right: ['answered']
	};
	const told = (...contents: unknown[]) =>
		readDrill(contents.map((content, index) => ({ path: `${index}.yaml`, content }))).problems.map(
			({ file, path, message }) => `${file} ${path}: ${message}`
		);

	test('one that is fit has no problem', () => {
		expect(told(fit)).toEqual([]);
	});

	test('all that is wrong is told at once, with file and place', () => {
		const { lesson: _, ...noLesson } = fit;
		const log = [
			{ at: 5, said: 'Good evening.' },
			{ at: 9, ended: true },
			{ at: 10, coded: 'answered' }
		];
		const problems = told(
			{ ...noLesson, log, right: ['answered', 'solved'], hint: 'no' },
			{ ...fit, log: [] }
		);
		expect(problems).toEqual([
			expect.stringMatching(/^0\.yaml lesson: /),
			expect.stringMatching(/^0\.yaml right\[1\]: expected one of: answered/),
			expect.stringMatching(/^0\.yaml hint: is not a field of this file/),
			expect.stringMatching(/^0\.yaml log: is coded already/),
			expect.stringMatching(/^0\.yaml log: does not list the acts of “Good evening\.”/),
			expect.stringMatching(/^1\.yaml log: has no “ended: true”/)
		]);
	});

	test('two cases of one name, a code named twice, and no code at all are refused', () => {
		expect(told(fit, fit)).toEqual(['1.yaml id: “film” is taken by another case']);
		expect(told({ ...fit, right: ['answered', 'answered'] })[0]).toMatch(/names a code twice/);
		expect(told({ ...fit, right: [] })[0]).toMatch(/at least one code/);
	});

	test('what two schemas miss in one place is told once', () => {
		const { id: _, facts: __, ...rest } = fit;
		expect(told(rest).map((one) => one.split(':')[0])).toEqual(['0.yaml id', '0.yaml facts']);
	});
});

describe('a round of the drill', () => {
	test('another seed gives the same cases in another order, and the same seed the same order', () => {
		const [one, again, other] = [7, 7, 8].map((seed) => inOrderOf(seed, DRILL_CASES).map(({ id }) => id));
		expect(again).toEqual(one);
		expect(other).not.toEqual(one);
		expect([...other!].sort()).toEqual([...one!].sort());
	});

	test('answers are counted per rule, and a rule nobody was asked about is left out', () => {
		const results = [
			{ rule: 'fyi', right: true },
			{ rule: 'fyi', right: false },
			{ rule: 'open-declined', right: true },
			{ rule: 'a-rule-of-an-older-version', right: true }
		];
		expect(tallyByRule(results)).toEqual([
			{ rule: 'fyi', right: 1, total: 2 },
			{ rule: 'open-declined', right: 1, total: 1 }
		]);
	});
});
