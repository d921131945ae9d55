import { describe, expect, it } from 'vitest';
import type { Act } from '#lib/domain/act.ts';
import { measure } from './measure.ts';

const judged = (id: string, there: Act[], heard: Act[]) => ({
	message: { id, context: '', text: '' },
	there,
	heard: heard.map((act) => ({ act, start: 0, end: 1, confidence: 0.9 }))
});

describe('measuring', () => {
	const figures = measure([
		judged('right', ['hold'], ['hold']),
		judged('mixed', ['hold'], ['goodbye']),
		judged('empty', [], [])
	]);

	it('counts precision and recall per act', () => {
		expect(figures.perAct.find(({ act }) => act === 'hold')).toMatchObject({
			precision: 1,
			recall: 0.5,
			there: 2
		});
		expect(figures.perAct.find(({ act }) => act === 'goodbye')).toMatchObject({
			precision: 0,
			heard: 1,
			f1: 0
		});
	});

	it('leaves acts that never occur out of the mean', () => {
		expect(figures.macroF1).toBeCloseTo((2 / 3 + 0) / 2);
	});

	it('names confusions and the worst message', () => {
		expect(figures.confusions).toEqual([{ there: 'hold', heard: 'goodbye', count: 1 }]);
		expect(figures.worst.map(({ message }) => message.id)).toEqual(['mixed']);
	});
});
