import { ofKind, standing, type Entry } from './entry.ts';
import { RULES, type ScoreRow } from './score-row.ts';
import type { Share } from './share.ts';
import { RED_LINES, STEPS, type RedLineId, type RuleId, type StepId } from './step.ts';

/** How somebody's steps stand, over all chats that have their code. */
export interface HeatRow {
	/** Id; null for chats of which nobody has said who played them. */
	trainee: string | null;
	chats: number;
	/** Points earned of points possible. */
	points: { earned: number; possible: number };
	steps: Readonly<Record<StepId, Share>>;
	/** Chats in which a red line is crossed. */
	crossed: number;
}

const PLACE = Object.fromEntries(RULES.map((rule, place) => [rule, place])) as Record<RuleId, number>;
const letter = (verdicts: string, rule: RuleId): string => verdicts[PLACE[rule]]!;

const coded = (rows: readonly ScoreRow[]): readonly ScoreRow[] => rows.filter(({ isCoded }) => isCoded);

/** How often each step was met where it applied, by the verdicts that hold: in one walk, for there may be ten thousand. */
function sharesOf(rows: readonly ScoreRow[]): Record<StepId, Share> {
	const shares = STEPS.map((step) => ({ step, place: PLACE[step], met: 0, of: 0 }));
	for (const { holds, isCoded } of rows) {
		if (!isCoded) continue;
		for (const share of shares) {
			const verdict = holds[share.place];
			if (verdict === '-') continue;
			share.of += 1;
			if (verdict === 'm') share.met += 1;
		}
	}
	return Object.fromEntries(shares.map(({ step, met, of }) => [step, { met, of }])) as Record<StepId, Share>;
}

function heatRow(trainee: string | null, rows: readonly ScoreRow[]): HeatRow {
	const sum = (of: (row: ScoreRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
	return {
		trainee,
		chats: rows.length,
		points: { earned: sum(({ earned }) => earned), possible: sum(({ possible }) => possible) },
		steps: sharesOf(rows),
		crossed: sum(({ holds }) => Number(holds.includes('b')))
	};
}

/** Trainees × steps, one row for each trainee who has a coded chat. */
export function heatOf(rows: readonly ScoreRow[]): HeatRow[] {
	const byTrainee = new Map<string | null, ScoreRow[]>();
	for (const row of coded(rows)) {
		const own = byTrainee.get(row.trainee);
		if (own === undefined) byTrainee.set(row.trainee, [row]);
		else own.push(row);
	}
	return [...byTrainee].map(([trainee, own]) => heatRow(trainee, own));
}

export type HeatSort = 'trainee' | 'chats' | 'points' | 'crossed' | StepId;
export const HEAT_SORTS: readonly HeatSort[] = ['trainee', ...STEPS, 'points', 'crossed', 'chats'];

/** What never applied comes last whichever way one looks. */
const shareIn = (met: number, of: number): number => (of === 0 ? Infinity : met / of);

/**
 * By name from A on; by a step or by points, whoever needs most comes first; by chats and red lines, the most first.
 * Equals stand by name.
 */
export function sortedHeat(
	rows: readonly HeatRow[],
	sort: HeatSort,
	isReversed: boolean,
	nameOf: (trainee: string | null) => string
): HeatRow[] {
	const value = (row: HeatRow): number => {
		if (sort === 'trainee') return 0;
		if (sort === 'chats') return -row.chats;
		if (sort === 'crossed') return -row.crossed;
		if (sort === 'points') return shareIn(row.points.earned, row.points.possible);
		return shareIn(row.steps[sort].met, row.steps[sort].of);
	};
	const byName = (a: HeatRow, b: HeatRow): number => nameOf(a.trainee).localeCompare(nameOf(b.trainee));
	const turn = isReversed ? -1 : 1;
	return [...rows].sort((a, b) => {
		const [one, other] = [value(a), value(b)];
		if (one === other) return sort === 'trainee' ? turn * byName(a, b) : byName(a, b);
		if (one === Infinity || other === Infinity) return one === Infinity ? 1 : -1;
		return turn * (one - other);
	});
}

/** The steps of these trainees, those missed in the largest share of chats first; steps that never applied are left out. */
export function missedMost(heat: readonly Pick<HeatRow, 'steps'>[]): { step: StepId; share: Share }[] {
	const sum = (step: StepId, of: keyof Share): number =>
		heat.reduce((total, { steps }) => total + steps[step][of], 0);
	return STEPS.map((step) => ({ step, share: { met: sum(step, 'met'), of: sum(step, 'of') } }))
		.filter(({ share }) => share.of > 0)
		.sort((a, b) => a.share.met / a.share.of - b.share.met / b.share.of || b.share.of - a.share.of);
}

/** How often each red line is crossed, how often the machine is unsure and nobody has said, of chats where it applied. */
export function crossings(
	rows: readonly ScoreRow[]
): { line: RedLineId; broken: number; unsure: number; of: number }[] {
	return RED_LINES.map((line) => {
		const verdicts = coded(rows).map(({ holds }) => letter(holds, line));
		const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
		return { line, broken: count('b'), unsure: count('u'), of: verdicts.length - count('-') };
	});
}

/** Where machine, trainer and trainee part over a rule. */
export interface Parting {
	rule: RuleId;
	/** Verdicts of the machine that a trainer changed, of those it was sure of. */
	changed: number;
	of: number;
	/** Doubts of the machine that a trainer confirmed or dismissed. */
	confirmed: number;
	dismissed: number;
	disputed: number;
	upheld: number;
	refused: number;
}

/** By rule, in their order, what became of the machine's verdicts; all rules in one walk, for there may be ten thousand. */
function partedVerdicts(chats: readonly ScoreRow[]) {
	const parted = RULES.map((rule) => ({ rule, changed: 0, of: 0, confirmed: 0, dismissed: 0 }));
	for (const { machine, holds } of chats) {
		let place = 0;
		for (const parting of parted) {
			const [said, counts] = [machine[place], holds[place]];
			place += 1;
			if (said === 'u') {
				if (counts === 'b') parting.confirmed += 1;
				else if (counts !== 'u') parting.dismissed += 1;
			} else if (said !== '-' || counts !== '-') {
				parting.of += 1;
				if (said !== counts) parting.changed += 1;
			}
		}
	}
	return parted;
}

/** Every rule over which somebody parted, the most disputed and changed first. `entries` may be about other attempts too. */
export function partings(rows: readonly ScoreRow[], entries: readonly Entry[]): Parting[] {
	const chats = coded(rows);
	const here = new Set(chats.map(({ attempt }) => attempt));
	const valid = standing(entries).filter(({ about }) => here.has(about));
	const fates = new Map(ofKind(valid, 'upheld').map(({ body }) => [body.dispute, body.upheld]));
	const disputes = ofKind(valid, 'dispute').flatMap(({ id, body }) =>
		'verdict' in body.against ? [{ rule: body.against.verdict, fate: fates.get(id) }] : []
	);
	const found = partedVerdicts(chats).map((parting): Parting => {
		const own = disputes.filter((dispute) => dispute.rule === parting.rule);
		return {
			...parting,
			disputed: own.length,
			upheld: own.filter(({ fate }) => fate === true).length,
			refused: own.filter(({ fate }) => fate === false).length
		};
	});
	const weight = ({ changed, confirmed, dismissed, disputed }: Parting) =>
		changed + confirmed + dismissed + disputed;
	return found.filter((one) => weight(one) > 0).sort((a, b) => weight(b) - weight(a));
}

/** Points of the chats of one week. */
export interface Week {
	/** ISO 8601, UTC: the Monday. */
	from: string;
	earned: number;
	possible: number;
	chats: number;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** The first of January 1970 was a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** Points week by week, in order; weeks without a chat are left out. */
export function pointsOverTime(rows: readonly ScoreRow[]): Week[] {
	const weeks = new Map<number, Week>();
	for (const { startedAt, earned, possible } of coded(rows)) {
		const week = Math.floor((Date.parse(startedAt) - FIRST_MONDAY_MS) / WEEK_MS);
		const found = weeks.get(week);
		if (found === undefined) {
			const from = new Date(week * WEEK_MS + FIRST_MONDAY_MS).toISOString();
			weeks.set(week, { from, earned, possible, chats: 1 });
		} else {
			found.earned += earned;
			found.possible += possible;
			found.chats += 1;
		}
	}
	return [...weeks].sort(([a], [b]) => a - b).map(([, week]) => week);
}
