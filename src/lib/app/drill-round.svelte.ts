import type { ResolutionCode } from '#lib/domain/code.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';
import type { DrillCase } from '#lib/scenarios/drill-case.ts';
import { DRILL_CASES } from '#lib/scenarios/drill-cases.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import type { DrillResult } from '#lib/storage/port.ts';
import { codeCase, inOrderOf, tallyByRule, type DrillAnswer } from './drill.ts';
import { readRound, writeRound, type Round } from './drill-place.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Under which name the place in a round is kept. */
const PLACE = 'drill-round';

/** A case that was answered in this round. */
export interface Answered {
	case: DrillCase;
	code: ResolutionCode;
	isRight: boolean;
}

/** The coding drill as a page plays it: rounds of cases, one after the other, each answer kept. */
export class DrillRound {
	readonly #workspace: Pick<Workspace, 'world' | 'store'>;
	readonly #pack = packById(DEFAULT_PACK);
	#round = $state.raw<Round | null>(null);
	#isStoring = false;

	/** How many cases there are in all. */
	readonly cases = DRILL_CASES.length;

	phase = $state<'loading' | 'start' | 'case' | 'answered' | 'over'>('loading');
	/** All answers that are stored, and those of this page that could not be. */
	results = $state.raw<readonly DrillResult[]>([]);
	/** Stored answers that could not be read. */
	unreadable = $state(0);
	current = $state.raw<DrillCase | null>(null);
	answer = $state.raw<DrillAnswer | null>(null);
	/** Why the last answer is not kept; null where it is. */
	unkept = $state.raw<Explanation | null>(null);

	readonly tallies = $derived(tallyByRule(this.results));
	readonly answered = $derived.by((): readonly Answered[] => {
		const round = this.#round;
		if (round === null) return [];
		return round.cases.flatMap((id) => {
			const result = this.results.find((one) => one.id === resultId(round, id));
			const drillCase = DRILL_CASES.find((one) => one.id === id);
			return result === undefined || drillCase === undefined
				? []
				: [{ case: drillCase, code: result.code, isRight: result.right }];
		});
	});
	readonly roundTallies = $derived.by(() => {
		const round = this.#round;
		return tallyByRule(round === null ? [] : this.results.filter(({ id }) => id.startsWith(`${round.id}.`)));
	});
	readonly total = $derived(this.#round?.cases.length ?? DRILL_CASES.length);
	readonly position = $derived(this.answered.length + (this.phase === 'answered' ? 0 : 1));
	readonly missed = $derived(this.answered.filter(({ isRight }) => !isRight));
	/** Whether a round was left unfinished. */
	readonly canGoOn = $derived(this.answered.length > 0 && this.answered.length < this.total);

	constructor(workspace: Pick<Workspace, 'world' | 'store'>) {
		this.#workspace = workspace;
	}

	/** Reads what is kept, and takes up the place where a round was left. */
	async load(): Promise<void> {
		const store = await this.#workspace.store();
		const [results, settings] = await Promise.all([store.listDrillResults(), store.listSettings()]);
		if (results.ok) {
			this.results = results.value.items;
			this.unreadable = results.value.unreadable;
		}
		const place = settings.ok ? settings.value.items.find(({ key }) => key === PLACE)?.value : undefined;
		this.#round = readRound(
			place,
			DRILL_CASES.map(({ id }) => id)
		);
		this.phase = 'start';
	}

	/** Begins a round: all cases, or those that went wrong in the last one. */
	async begin(which: 'all' | 'missed'): Promise<void> {
		const { world } = this.#workspace;
		const cases = which === 'all' ? DRILL_CASES : this.missed.map((one) => one.case);
		// Who does the drill for the first time meets the cases in the order in which they were written to be met.
		const ordered = this.results.length === 0 ? cases : inOrderOf(world.newSeed(), cases);
		this.#round = { id: world.newId(), cases: ordered.map(({ id }) => id) };
		this.#show();
		const store = await this.#workspace.store();
		await store.saveSetting(PLACE, writeRound(this.#round));
	}

	/** Goes on with the round that was left. */
	goOn(): void {
		this.#show();
	}

	/** Answers the case that is shown. What it comes to is shown once it is stored, or with the reason why it is not. */
	async choose(code: ResolutionCode): Promise<void> {
		const [shown, round, pack] = [this.current, this.#round, this.#pack];
		if (this.phase !== 'case' || this.#isStoring) return;
		if (shown === null || round === null || pack === undefined) return;
		const answer = codeCase(shown, code, pack);
		const result: DrillResult = {
			id: resultId(round, shown.id),
			caseId: shown.id,
			code,
			at: this.#workspace.world.timestamp(),
			right: answer.chosen.isRight,
			rule: answer.rule
		};
		this.#isStoring = true;
		const stored = await (await this.#workspace.store()).addDrillResult(result);
		this.#isStoring = false;
		this.unkept = stored.ok ? null : STORAGE_FAILURES[stored.failure.code];
		this.results = [...this.results, result];
		this.answer = answer;
		this.phase = 'answered';
	}

	next(): void {
		if (this.phase === 'answered') this.#show();
	}

	/** Shows the first case of the round that has no answer, or that the round is over. */
	#show(): void {
		const done = this.answered.map((one) => one.case.id);
		const next = this.#round?.cases.find((id) => !done.includes(id));
		this.current = DRILL_CASES.find(({ id }) => id === next) ?? null;
		this.answer = null;
		this.unkept = null;
		this.phase = this.current === null ? 'over' : 'case';
	}
}

/** One answer per case and round, so that storing it twice is storing it once. */
const resultId = (round: Round, caseId: string): string => `${round.id}.${caseId}`;
