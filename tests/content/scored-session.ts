import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { score } from '#lib/app/score.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { readPack } from '#lib/scenarios/pack-schema.ts';
import { readSession } from '#lib/scenarios/session-file.ts';

/** What somebody who scores a session by hand writes down, and what the machine is compared with. */
export interface Scored {
	steps: Record<string, string>;
	redLines: Record<string, string>;
	points: string;
	passed: boolean;
}

/** Expectations of a session: all of them under 24-7, under another pack only what differs. */
type Expectations = { '24-7': Scored } & Record<string, Partial<Scored>>;

const PACK_IDS = ['24-7', 'note-only'];

export const packs = PACK_IDS.map((id) => {
	const path = `src/lib/scenarios/packs/${id}.yaml`;
	return readPack(path, parse(readFileSync(path, 'utf8'))) as Pack;
});

function byHand(expected: Expectations, packId: string): Scored {
	const base = expected['24-7'];
	const differs = packId === '24-7' ? {} : (expected[packId] ?? {});
	return {
		steps: { ...base.steps, ...differs.steps },
		redLines: { ...base.redLines, ...differs.redLines },
		points: differs.points ?? base.points,
		passed: differs.passed ?? base.passed
	};
}

const verdicts = (list: Record<string, { verdict: string }>): Record<string, string> =>
	Object.fromEntries(Object.entries(list).map(([id, { verdict }]) => [id, verdict]));

/** The score by hand that stands in a session's file, and the machine's; throws where the file is no session. */
export function scoresOf(path: string, pack: Pack): { byHand: Scored; byMachine: Scored } {
	const content = parse(readFileSync(path, 'utf8')) as { expect: Expectations };
	const session = readSession(path, content);
	if (Array.isArray(session)) throw new Error(session.map((p) => `${p.path}: ${p.message}`).join('\n'));
	const { rulings, points } = score(session, pack);
	return {
		byHand: byHand(content.expect, pack.id),
		byMachine: {
			steps: verdicts(rulings.steps),
			redLines: verdicts(rulings.redLines),
			points: `${points.earned} of ${points.possible}`,
			passed: points.passed
		}
	};
}
