import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packs, scoresOf } from './scored-session.ts';

const FOLDER = '../shared/eval/sessions';

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')) : [];

describe.skipIf(files.length === 0)('sessions scored by hand (skipped where ../shared is absent)', () => {
	test.for(files.flatMap((file) => packs.map((pack) => [file, pack.id, pack] as const)))(
		'%s under %s',
		([file, , pack]) => {
			const { byHand, byMachine } = scoresOf(`${FOLDER}/${file}`, pack);
			expect(byMachine).toEqual(byHand);
		}
	);
});
