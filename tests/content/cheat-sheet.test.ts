import { expect, test } from 'vitest';
import { cheatSheetOf } from '#lib/app/cheat-sheet.ts';
import { SITUATIONS } from '#lib/domain/pack.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import { PACKS } from '#lib/scenarios/bank.ts';

test.for(PACKS.map((pack) => [pack.id, pack] as const))(
	'under %s the sheet has every step and every red line once, and the codes that the pack accepts',
	([, pack]) => {
		const { groups, redLines, codes } = cheatSheetOf(pack);
		const steps = groups.flatMap(({ rules }) => rules.map(({ id }) => id));
		expect([...steps].sort()).toEqual([...STEPS].sort());
		expect(redLines.map(({ id }) => id)).toEqual(RED_LINES);
		expect(codes.map(({ id }) => id)).toEqual(SITUATIONS);
		for (const row of codes)
			expect(row.codes.map(({ code }) => code)).toEqual(pack.codes[row.id].map(({ code }) => code));
	}
);
