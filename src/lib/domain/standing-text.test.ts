import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REGION_NAMES, REGIONS, type Standing } from './standing.ts';
import { caseIn, caseText, standingIn, standingText } from './standing-text.ts';

const anyStanding = fc.record(
	Object.fromEntries(REGION_NAMES.map((region) => [region, fc.constantFrom(...REGIONS[region])]))
) as unknown as fc.Arbitrary<Standing>;

test('a standing is read from its text as it was', () => {
	fc.assert(
		fc.property(anyStanding, (at) => {
			expect(standingIn(standingText(at))).toEqual(at);
			expect(standingText(at)).toHaveLength(REGION_NAMES.length);
		})
	);
});

test('the facts of a case are read from their text as they were', () => {
	const facts = fc.record({
		local: fc.boolean(),
		policyAnswers: fc.boolean(),
		withinReach: fc.boolean(),
		hasFyi: fc.boolean(),
		hasGoodbyeScript: fc.boolean()
	});
	fc.assert(
		fc.property(facts, (one) => {
			expect(caseIn(caseText(one))).toEqual(one);
		})
	);
});
