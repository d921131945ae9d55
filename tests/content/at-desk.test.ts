import { describe, expect, test } from 'vitest';
import { score } from '#lib/app/score.ts';
import { simulate } from '#lib/app/simulate.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { atDesk, canMove } from '#lib/scenarios/at-desk.ts';
import { LIBRARIES, loadScenario, packById, SCENARIOS } from '#lib/scenarios/bank.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';

const pack = packById('24-7')!;
const desk: OurDesk = {
	name: 'Quillfeather Town Library',
	shortName: 'Quillfeather',
	goodbye: 'Quillfeather says thank you for the question. Bring us the next one whenever it comes. Goodbye!',
	policy: [{ heading: 'Cards', text: 'Everybody who sleeps in the town may borrow.' }],
	pack: { ...pack, id: 'house-quill', name: 'Quillfeather Town Library', version: 3 }
};
/** The other desk with the script of the scenario's own library: then nothing but names has changed. */
const likeOwn = ({ library }: Scenario): OurDesk => ({ ...desk, goodbye: library.goodbye });

const scenarios = (
	await Promise.all(
		SCENARIOS.flatMap(({ id, twists }) => [id, ...twists.map((twist) => twist.id)]).map(loadScenario)
	)
).filter((one) => one !== undefined);
const moving = scenarios.filter(canMove);

/** All that a trainee or a patron ever reads of a scenario: not its ids, its plays, or other libraries' scripts. */
const readable = ({ plays: _p, model: _m, id: _i, hash: _h, library, facts, ...rest }: Scenario): string =>
	JSON.stringify([rest, library.name, library.goodbye, library.policy, { ...facts, otherScripts: {} }]);

test('ten of thirteen chats can be taken over at another desk; what only the own library can say stays', () => {
	const staying = scenarios.filter((one) => !canMove(one) && !one.id.includes('--'));
	expect(staying.map(({ id }) => id)).toEqual([
		'pictures-on-the-staircase',
		'setback-ordinance',
		'sixty-four-pages'
	]);
	for (const one of staying) expect(atDesk(one, desk)).toBe(one);
});

test.for(moving.map((one) => [one.id, one] as const))(
	'%s names its own library nowhere once it has moved',
	([, scenario]) => {
		const moved = atDesk(scenario, desk);
		const words = scenario.library.id.replace('-', '[ -]?');
		expect(readable(moved)).not.toMatch(new RegExp(words, 'i'));
		expect(readable(moved)).toMatch(/quillfeather/i);
		expect(moved.facts.library).toEqual({ name: desk.name, goodbye: desk.goodbye });
		expect(moved.library.policy).toEqual(desk.policy);
		expect(moved.hash).toBe(scenario.hash);
	}
);

test.for(
	moving.flatMap((scenario) =>
		scenario.plays.map((play) => [scenario.id, play.title, scenario, play] as const)
	)
)('the desk changes no verdict but through its script and its rules: %s, %s', ([, , scenario, play]) => {
	const moved = atDesk(scenario, likeOwn(scenario));
	const play1 = (one: Scenario) => {
		const events = simulate(one, 1, play.librarian, rulesRecogniser);
		return score({ facts: one.facts, takeover: one.takeover, events }, pack).rulings;
	};
	expect(play1(moved)).toEqual(play1(scenario));
});

describe('the Scripts tab', () => {
	const dolores = moving.find(({ id }) => id === 'obituary-of-1894')!;

	test('holds the script of the library that was left, as one that must not be sent', () => {
		const { otherScripts } = atDesk(dolores, desk).facts;
		expect(otherScripts['riverbend-goodbye']).toBe(dolores.library.goodbye);
	});

	test('holds no other library’s script that nobody could tell from the own one', () => {
		const saltmarsh = LIBRARIES.find(({ id }) => id === 'saltmarsh')!;
		const { otherScripts } = atDesk(dolores, { ...desk, goodbye: saltmarsh.goodbye }).facts;
		expect(Object.keys(otherScripts)).not.toContain('saltmarsh-goodbye');
		expect(Object.keys(otherScripts)).toContain('lake-county-goodbye');
	});
});

test('a name with signs of its own is taken as it is', () => {
	const odd = { ...desk, name: 'A $& B (Ltd.) <b>Library</b>', shortName: '$1 {email}' };
	const moved = atDesk(
		moving.find(({ id }) => id === 'obituary-of-1894')!,
		odd
	);
	expect(moved.takeover[0]?.text).toContain('He died in $1 {email}');
});
