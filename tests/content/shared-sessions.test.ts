import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { score } from '#lib/app/score.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { readPack } from '#lib/scenarios/pack-schema.ts';
import { readSession } from '#lib/scenarios/session-file.ts';

const FOLDER = '../shared/eval/sessions';

interface Expected {
	steps: Record<string, string>;
	redLines: Record<string, string>;
	points: string;
	passed: boolean;
}
type Expectations = Record<string, Partial<Expected>>;

const packs = ['24-7', 'note-only'].map((id) => {
	const path = `src/lib/scenarios/packs/${id}.yaml`;
	return readPack(path, parse(readFileSync(path, 'utf8'))) as Pack;
});

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')) : [];

describe.skipIf(files.length === 0)('sessions scored by hand (skipped where ../shared is absent)', () => {
	test.for(files.flatMap((file) => packs.map((pack) => [file, pack.id] as const)))(
		'%s under %s',
		([file, packId]) => {
			const content = parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as { expect: Expectations };
			const session = readSession(file, content);
			if (Array.isArray(session)) throw new Error(session.map((p) => `${p.path}: ${p.message}`).join('\n'));
			const pack = packs.find(({ id }) => id === packId)!;
			const { rulings, points } = score(session, pack);
			const base = content.expect['24-7'] as Expected;
			const differs = packId === '24-7' ? {} : (content.expect[packId] ?? {});
			const verdicts = (list: Record<string, { verdict: string }>) =>
				Object.fromEntries(Object.entries(list).map(([id, { verdict }]) => [id, verdict]));
			expect({
				steps: verdicts(rulings.steps),
				redLines: verdicts(rulings.redLines),
				points: `${points.earned} of ${points.possible}`,
				passed: points.passed
			}).toEqual({
				steps: { ...base.steps, ...differs.steps },
				redLines: { ...base.redLines, ...differs.redLines },
				points: differs.points ?? base.points,
				passed: differs.passed ?? base.passed
			});
		}
	);
});
