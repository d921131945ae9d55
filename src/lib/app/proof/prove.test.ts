import { describe, expect, test } from 'vitest';
import { loadScenario, packById } from '#lib/scenarios/bank.ts';
import { prove, REAL_PARTS, type Parts } from './prove.ts';

const pack = packById('24-7')!;
const dolores = (await loadScenario('obituary-of-1894'))!;
const keepsAddress = (await loadScenario('obituary-of-1894--keeps-address'))!;

const broken = (parts: Partial<Parts>): Parts => ({ ...REAL_PARTS, ...parts });

describe('a proof with something broken on purpose', () => {
	test('names the step that a changed guard puts out of reach, and how to get there', () => {
		const parts = broken({
			moves: (event, standing, within) =>
				REAL_PARTS.moves(event, standing, within).filter(({ region }) => region !== 'deadline')
		});
		const { failed, scenario } = prove(dolores, pack, parts);
		expect(scenario).toBe('obituary-of-1894');
		expect(failed.map(({ claim }) => claim)).toContain('“Deadline” can be met');
		expect(failed.find(({ claim }) => claim === '“Deadline” can be met')!.witness).toContain(
			'End the session'
		);
		expect(failed.map(({ claim }) => claim)).toContain('full points can be reached');
	});

	test('names the trap where a refusal leaves no ending without a broken red line', () => {
		const parts = broken({
			rule: (rule, at, facts, of) =>
				rule === 'no-empty-promise' && at.refusal !== 'none'
					? { verdict: 'broken', because: 'promise-filed-away' }
					: REAL_PARTS.rule(rule, at, facts, of)
		});
		const { failed } = prove(keepsAddress, pack, parts);
		const trap = failed.find(({ claim }) => claim.startsWith('while the patron is there'));
		expect(trap?.witness.length).toBeGreaterThan(0);
		expect(trap?.witness.join(' ')).toMatch(/address/);
	});

	test('names the ending that has no consequence', () => {
		const parts = broken({
			consequence: (scenario, at) => (at.ending === 'lost-call' ? null : REAL_PARTS.consequence(scenario, at))
		});
		const { failed } = prove(dolores, pack, parts);
		expect(failed).toEqual([
			{ claim: 'every ending has a consequence', witness: ['End the session', 'Code it Lost Call'] }
		]);
	});

	test('names the step that no path can miss', () => {
		const parts = broken({
			rule: (rule, at, facts, of) =>
				rule === 'goodbye'
					? { verdict: 'met', because: 'goodbye-script-sent' }
					: REAL_PARTS.rule(rule, at, facts, of)
		});
		const { failed } = prove(dolores, pack, parts);
		expect(failed).toEqual([{ claim: '“Goodbye” can be missed', witness: ['End the session'] }]);
	});

	test('names the state from which a session can’t be ended', () => {
		const parts = broken({
			moves: (event, standing, within) =>
				event.type === 'librarian.ended' && standing.refusal !== 'none'
					? []
					: REAL_PARTS.moves(event, standing, within)
		});
		const { failed } = prove(keepsAddress, pack, parts);
		expect(failed.some(({ claim }) => claim === 'the session can be ended from every state')).toBe(true);
	});
});
