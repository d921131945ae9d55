import { RULES, verdictIn, type ScoreRow } from './score-row.ts';

/** What can be asked of a chat in the trainer's queue, beside who and what and when. */
export const TRAITS = ['unmarked', 'disputed', 'red-line', 'unsure', 'short'] as const;
export type Trait = (typeof TRAITS)[number];

export const SORTS = ['need', 'date', 'trainee', 'scenario', 'points'] as const;
export type Sort = (typeof SORTS)[number];

/** Which chats the queue shows, and in what order; all that fit each of what is given. */
export interface QueueFilter {
	/** Id of a trainee. */
	trainee: string | null;
	/** Id of a group. */
	group: string | null;
	/** Id of a scenario. */
	scenario: string | null;
	/** Days, `yyyy-mm-dd` in UTC, both included. */
	from: string | null;
	to: string | null;
	traits: readonly Trait[];
	sort: Sort;
	isReversed: boolean;
}

/** What a trainer wants on arriving: what nobody has looked at, whoever needs it most first. */
export const FIRST_FILTER: QueueFilter = {
	trainee: null,
	group: null,
	scenario: null,
	from: null,
	to: null,
	traits: ['unmarked'],
	sort: 'need',
	isReversed: false
};

const hasVerdict = ({ holds }: ScoreRow, letter: string): boolean => holds.includes(letter);

const HAS: Readonly<Record<Trait, (row: ScoreRow) => boolean>> = {
	unmarked: ({ isReviewed }) => !isReviewed,
	disputed: ({ openDisputes }) => openDisputes > 0,
	'red-line': (row) => hasVerdict(row, 'b'),
	unsure: (row) => hasVerdict(row, 'u'),
	short: ({ isPassed }) => !isPassed
};

const hasTrait = (row: ScoreRow, trait: Trait): boolean => HAS[trait](row);

/** What a chat needs somebody for, the most pressing first: an objection, harm done, a doubt, a chat not passed. */
const PRESSING: readonly Trait[] = ['disputed', 'red-line', 'unsure', 'short'];
const pressure = (row: ScoreRow): number => {
	const found = PRESSING.findIndex((trait) => hasTrait(row, trait));
	return (row.isReviewed ? PRESSING.length + 1 : 0) + (found < 0 ? PRESSING.length : found);
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** The share of the points; a chat in which nothing applied has all of none. */
const share = ({ earned, possible }: ScoreRow): number => (possible === 0 ? 1 : earned / possible);

/** A row with what it is put in order by, worked out once: a sort asks a dozen times. */
interface Placed {
	row: ScoreRow;
	time: number;
	pressure: number;
	share: number;
	name: string;
}
type Compare = (a: Placed, b: Placed) => number;

const byTime: Compare = (a, b) => a.time - b.time || byText(a.row.attempt, b.row.attempt);
const ORDERS: Readonly<Record<Sort, Compare>> = {
	// Among those that need the same, who has waited longest comes first.
	need: (a, b) => a.pressure - b.pressure || byTime(a, b),
	date: (a, b) => -byTime(a, b),
	trainee: (a, b) => byText(a.name, b.name) || byTime(a, b),
	scenario: (a, b) => byText(a.row.title, b.row.title) || byTime(a, b),
	points: (a, b) => a.share - b.share || byTime(a, b)
};

/** The chats to be reviewed that fit, in order. Only coded ones are there to be reviewed. */
export function queueOf(
	rows: readonly ScoreRow[],
	filter: QueueFilter,
	names: ReadonlyMap<string, string>,
	membersOf: ReadonlyMap<string, readonly string[]>
): ScoreRow[] {
	const members = filter.group === null ? null : new Set(membersOf.get(filter.group) ?? []);
	const day = ({ startedAt }: ScoreRow): string => startedAt.slice(0, 'yyyy-mm-dd'.length);
	const fits = (row: ScoreRow): boolean =>
		row.isCoded &&
		(filter.trainee === null || row.trainee === filter.trainee) &&
		(members === null || (row.trainee !== null && members.has(row.trainee))) &&
		(filter.scenario === null || row.scenario === filter.scenario) &&
		(filter.from === null || day(row) >= filter.from) &&
		(filter.to === null || day(row) <= filter.to) &&
		filter.traits.every((trait) => hasTrait(row, trait));
	const nameOf = ({ trainee }: ScoreRow): string => (trainee === null ? '' : (names.get(trainee) ?? trainee));
	const found = rows.filter(fits).map((row): Placed => ({
		row,
		time: Date.parse(row.startedAt),
		pressure: pressure(row),
		share: share(row),
		name: nameOf(row)
	}));
	found.sort(ORDERS[filter.sort]);
	if (filter.isReversed) found.reverse();
	return found.map(({ row }) => row);
}

const isOneOf = <T extends string>(all: readonly T[], text: string | null): text is T =>
	all.some((one) => one === text);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The filter in an address; what it does not understand counts as not said. */
export function filterIn(search: URLSearchParams): QueueFilter {
	const word = (name: string): string | null => search.get(name) || null;
	const dayOf = (name: string): string | null => {
		const found = word(name);
		return found !== null && DAY.test(found) ? found : null;
	};
	const only = search.get('only');
	const sort = search.get('sort');
	return {
		trainee: word('trainee'),
		group: word('group'),
		scenario: word('scenario'),
		from: dayOf('from'),
		to: dayOf('to'),
		traits: only === null ? FIRST_FILTER.traits : TRAITS.filter((trait) => only.split(' ').includes(trait)),
		sort: isOneOf(SORTS, sort) ? sort : FIRST_FILTER.sort,
		isReversed: search.has('reversed')
	};
}

/** The address of a filter; nothing where it is the one on arriving. */
export function searchOf(filter: QueueFilter): URLSearchParams {
	const search = new URLSearchParams();
	for (const name of ['trainee', 'group', 'scenario', 'from', 'to'] as const) {
		const said = filter[name];
		if (said !== null) search.set(name, said);
	}
	const traits = TRAITS.filter((trait) => filter.traits.includes(trait)).join(' ');
	if (traits !== FIRST_FILTER.traits.join(' ')) search.set('only', traits);
	if (filter.sort !== FIRST_FILTER.sort) search.set('sort', filter.sort);
	if (filter.isReversed) search.set('reversed', '1');
	return search;
}

/** The red lines that are crossed, and those in doubt, as they count now. */
export const redLinesOf = ({ holds }: ScoreRow) => ({
	crossed: RULES.filter((rule) => verdictIn(holds, rule) === 'broken'),
	unsure: RULES.filter((rule) => verdictIn(holds, rule) === 'unsure')
});
