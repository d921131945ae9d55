import { ATTEMPT_FORMAT, type Attempt, type Mode } from '#lib/domain/attempt.ts';
import { chance } from '#lib/domain/chance.ts';
import type { Entry } from '#lib/domain/entry.ts';
import type { Pack } from '#lib/domain/pack.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { DEFAULT_PACK, loadScenario, SCENARIOS } from '#lib/scenarios/bank.ts';
import { score } from '#lib/app/score.ts';
import { simulate } from '#lib/app/simulate.ts';
import { PEOPLE } from './people.ts';
import { PREFIX } from './presence.ts';
import { Shift } from './shift.ts';
import { writtenAbout } from './written.ts';

/** The Monday on which the group began, and how far apart the shifts of one person lie: two a week. */
const FIRST_DAY = Date.UTC(2026, 1, 2, 14);
const DAY_MS = 86_400_000;
const SHIFT_DAYS = 3.5;
/** People do not all begin at the same minute; a prime, so that no two do. */
const STAGGER_MS = 47 * 60_000;

/** A step through the scenarios that shares no factor with their number meets each of them once before any twice. */
const SCENARIO_STEP = 5;

const traineeId = (person: number): string => `${PREFIX}-trainee-${String(person + 1).padStart(2, '0')}`;

interface Planned {
	id: string;
	person: number;
	/** How many attempts of this person lie before it. */
	number: number;
	at: number;
}

const PLAN: readonly Planned[] = PEOPLE.flatMap(({ attempts }, person) =>
	Array.from({ length: attempts }, (_, number) => ({
		id: `${PREFIX}-${String(person + 1).padStart(2, '0')}-${String(number + 1).padStart(2, '0')}`,
		person,
		number,
		at: FIRST_DAY + number * SHIFT_DAYS * DAY_MS + person * STAGGER_MS
	}))
);

const GROUP_ID = `${PREFIX}-group`;
const TRAINER_ID = `${PREFIX}-trainer`;

/** All that something of the demonstration is about: attempts, trainees, the group. */
export const DEMONSTRATION_IDS: readonly string[] = [
	...PLAN.map(({ id }) => id),
	...PEOPLE.map((_, person) => traineeId(person)),
	GROUP_ID
];

/** Guided at first, then practice; every fifth is an assessment. */
const modeOf = (number: number): Mode =>
	number === 0 ? 'guided' : number % 5 === 4 ? 'assessment' : 'practice';

const SCENARIO_IDS = SCENARIOS.map(({ id }) => id);

/** What the person took over first, then the bank in turn, often with a fact turned where the scenario has twists. */
function scenarioOf({ person, number }: Planned): string {
	const first = PEOPLE[person]!.first[number];
	if (first !== undefined) return first;
	const place = (person * SCENARIO_STEP + number * SCENARIO_STEP) % SCENARIO_IDS.length;
	const base = SCENARIO_IDS[place]!;
	const twists = SCENARIOS[place]!.twists;
	const turn = Math.floor(chance(person * 100 + number, 'twist') * (twists.length + 2));
	return turn < twists.length ? twists[turn]!.id : base;
}

/** Who the trainees are, that they belong together, and what was written about their attempts. */
export function demonstrationEntries(attempts: readonly Attempt[], pack: Pack): Entry[] {
	const at = new Date(FIRST_DAY).toISOString();
	const trainees = PEOPLE.map(({ name, library }, person): Entry => {
		const id = traineeId(person);
		return { id: `${id}-name`, kind: 'trainee', about: id, by: id, at, body: { name, library } };
	});
	const members = PEOPLE.map((_, person) => traineeId(person));
	const judged = attempts.map((attempt) => ({
		attempt,
		person: PEOPLE[members.indexOf(attempt.trainee ?? '')]!,
		rulings: score(attempt, pack).rulings
	}));
	return [
		...trainees,
		{
			id: `${GROUP_ID}-name`,
			kind: 'group',
			about: GROUP_ID,
			by: TRAINER_ID,
			at,
			body: { name: 'Demonstration group', members }
		},
		...writtenAbout(judged, TRAINER_ID)
	];
}

/** Plays one attempt after the other; the same each time with the same recogniser. */
export async function* demonstrationAttempts(
	recogniser: Recogniser
): AsyncGenerator<{ attempt: Attempt; of: number }, void> {
	for (const planned of PLAN) {
		const { id, person, number, at } = planned;
		const scenario = await loadScenario(scenarioOf(planned));
		const who = PEOPLE[person]!;
		if (scenario === undefined) continue;
		const seed = (person + 1) * 1000 + number;
		const shift = new Shift(scenario, who, seed, number / (who.attempts - 1));
		const attempt: Attempt = {
			format: ATTEMPT_FORMAT,
			id,
			scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
			facts: scenario.facts,
			takeover: scenario.takeover,
			seed,
			mode: modeOf(number),
			pace: 'relaxed',
			trainee: traineeId(person),
			assignment: null,
			origin: null,
			pack: DEFAULT_PACK,
			startedAt: new Date(at).toISOString(),
			events: simulate(scenario, seed, shift, recogniser)
		};
		yield { attempt, of: PLAN.length };
	}
}
