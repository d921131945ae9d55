import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { RULES_VERSION } from '#lib/domain/score-row.ts';
import { packs, scoresOf } from './scored-session.ts';

const FOLDER = 'tests/fixtures/sessions';

/** What the sessions below come to, by the version of the rules. */
const VERDICTS_OF: Readonly<Record<number, string>> = {
	1: 'e93f754a93f9b853'
};
/** Sessions of every ending; those that are added later tell nothing about the past. */
const SESSIONS = [
	'a-day-on-venus',
	'aunt-on-the-radio',
	'ballad-of-the-solveig',
	'ballpoint-patent',
	'bees-in-ukrainian',
	'bell-number-2240',
	'carousel-horses',
	'closed-on-a-typing-patron',
	'cups-into-grams',
	'ferry-rules-lost'
];

test('verdicts of the sessions in the fixtures change only with the version of the rules', () => {
	const hash = createHash('sha256');
	for (const file of SESSIONS)
		for (const pack of packs)
			hash.update(JSON.stringify([file, pack.id, scoresOf(`${FOLDER}/${file}.yaml`, pack).byMachine]));
	expect(hash.digest('hex').slice(0, 16)).toBe(VERDICTS_OF[RULES_VERSION]);
});
