import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTS } from '#lib/domain/act.ts';
import { MOMENTS, WARINESS, type Persona } from '#lib/domain/persona.ts';
import type { Stimulus } from './patron.machine.ts';
import { bornPatron, react, type PatronState } from './react.ts';
import { bornInTable, PATRON_REGIONS, reactByTable, type PatronStanding } from './table.ts';

const moment = fc.constantFrom(...MOMENTS);
const personas: fc.Arbitrary<Persona> = fc.record({
	wariness: fc.constantFrom(...WARINESS),
	onFile: fc.constantFrom('none', 'right', 'wrong'),
	hasDeadline: fc.boolean(),
	volunteers: fc.option(
		fc.record({ what: fc.subarray(['email', 'deadline'] as const, { minLength: 1 }), on: moment })
	),
	hasSecondNeed: fc.boolean(),
	needAtTakeover: fc.constantFrom('open', 'met'),
	declinesFollowUp: fc.boolean(),
	leavesFirst: fc.boolean(),
	vanishes: fc.option(moment, { freq: 1 }),
	silent: fc.option(fc.record({ on: moment, back: fc.constantFrom('when-asked', 'never') }), { freq: 1 }),
	patience: fc.integer({ min: 1, max: 3 }),
	isHurried: fc.boolean()
});
const stimuli: fc.Arbitrary<Stimulus> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			type: fc.constant('librarian.said' as const),
			acts: fc.uniqueArray(fc.constantFrom(...ACTS), { maxLength: 3 }),
			isOffer: fc.boolean(),
			isQuestion: fc.boolean()
		})
	},
	fc.record({
		type: fc.constant('librarian.sent-finding' as const),
		finding: fc.constantFrom('one', 'other'),
		meets: fc.boolean()
	}),
	fc.constant<Stimulus>({ type: 'librarian.kept-waiting' })
);

const seenIn = ({ value, context }: PatronState): PatronStanding => {
	const { persona, ...memory } = context;
	const at = PATRON_REGIONS.map((region) => [region, typeof value[region] === 'string' ? value[region] : '']);
	return { persona, memory, at: Object.fromEntries(at) as PatronStanding['at'] };
};

describe('the tables of the patron', () => {
	test('say, remember and do what the whole chart does, for any persona and anything done to it', () => {
		fc.assert(
			fc.property(personas, fc.array(stimuli, { maxLength: 25 }), (persona, done) => {
				let state = bornPatron(persona);
				let standing = bornInTable(persona);
				expect(standing).toEqual(seenIn(state));
				for (const stimulus of done) {
					const [next, reaction] = react(state, stimulus);
					const [nextStanding, reactionByTable] = reactByTable(standing, stimulus);
					expect(reactionByTable).toEqual(reaction);
					expect(nextStanding).toEqual(seenIn(next));
					state = next;
					standing = nextStanding;
				}
			}),
			{ numRuns: 300 }
		);
	});
});
