import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packById } from '#lib/scenarios/bank.ts';
import { RED_LINE_RULES, STEP_RULES } from '#lib/domain/judge.ts';
import { RULE_READS } from '#lib/domain/rule-reads.ts';
import { REGION_NAMES, REGIONS, type Region, type Standing } from '#lib/domain/standing.ts';
import { RED_LINES, STEPS, type RuleId } from '#lib/domain/step.ts';

const standing = fc.record(
	Object.fromEntries(REGION_NAMES.map((region) => [region, fc.constantFrom(...REGIONS[region])]))
) as unknown as fc.Arbitrary<Standing>;
const facts = fc.record({
	local: fc.boolean(),
	policyAnswers: fc.boolean(),
	withinReach: fc.boolean(),
	hasFyi: fc.boolean(),
	hasGoodbyeScript: fc.boolean()
});

describe('the regions a rule reads', () => {
	test.for<RuleId>([...STEPS, ...RED_LINES])('%s looks at no other region than the list says', (rule) => {
		const read = new Set<Region>();
		fc.assert(
			fc.property(standing, facts, (at, given) => {
				const watched = new Proxy(at, {
					get: (target, region) => {
						read.add(region as Region);
						return target[region as Region];
					}
				});
				const judge = rule in STEP_RULES ? STEP_RULES[rule as 'email'] : RED_LINE_RULES[rule as 'privacy'];
				for (const pack of ['24-7', 'note-only']) judge(watched, given, packById(pack)!);
			}),
			{ numRuns: 3000 }
		);
		expect([...read].filter((region) => !RULE_READS[rule].includes(region))).toEqual([]);
	});
});
