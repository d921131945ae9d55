import { ATTEMPT_FORMAT, type Attempt } from '#lib/domain/attempt.ts';
import { benchSession, variant } from './bench-logs.ts';
import { command, print } from './command.ts';

/** Different logs enough that no cache holds them all; a benchmark makes copies of them under other ids. */
const CHATS = 200;

/** Prints the chats with which the trainer's side is measured. */
await command(async () => {
	const { scenario, pack, events } = await benchSession();
	print(
		Array.from({ length: CHATS }, (_, number): Attempt => ({
			format: ATTEMPT_FORMAT,
			id: `bench-${number}`,
			scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
			facts: scenario.facts,
			takeover: scenario.takeover,
			seed: 1,
			mode: 'practice',
			pace: 'relaxed',
			trainee: null,
			assignment: null,
			origin: null,
			pack: pack.id,
			startedAt: '2026-02-02T09:00:00.000Z',
			events: variant(events, number)
		}))
	);
	return 0;
});
