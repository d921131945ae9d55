import type { Entry } from '#lib/domain/entry.ts';
import type { Lesson } from '#lib/domain/lesson.ts';
import { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
import { LESSONS } from '#lib/scenarios/lessons.ts';
import type { Workspace } from './workspace.svelte.ts';

/** How far a lesson got. */
export interface LessonStanding {
	lesson: Lesson;
	done: number;
}

/** What was done in the lessons, so that they can be left and taken up again. */
export class LessonDesk {
	readonly #workspace: Pick<Workspace, 'world' | 'store'>;
	#underway: readonly string[] = [];

	/** Ids of the exercises that were solved; null until it is known. */
	done = $state.raw<readonly string[] | null>(null);
	/** Why the last one is not kept; null where it is. */
	unkept = $state.raw<Explanation | null>(null);

	readonly lessons = $derived(
		LESSONS.map((lesson): LessonStanding => ({
			lesson,
			done: lesson.exercises.filter(({ id }) => this.done?.includes(id)).length
		}))
	);
	/** The first lesson with something left to do. */
	readonly next = $derived(
		this.lessons.find(({ lesson, done }) => done < lesson.exercises.length)?.lesson ?? null
	);

	constructor(workspace: Pick<Workspace, 'world' | 'store'>) {
		this.#workspace = workspace;
	}

	async load(): Promise<void> {
		const store = await this.#workspace.store();
		const entries = await store.listEntries({ kinds: ['exercise-done'] });
		this.done = [...(this.done ?? []), ...(entries.ok ? entries.value.items.map(({ about }) => about) : [])];
	}

	/** Keeps that an exercise is solved, once; it counts as done from when that is stored, or can't be. */
	async solved(lesson: string, exercise: string): Promise<void> {
		if (this.done?.includes(exercise) || this.#underway.includes(exercise)) return;
		this.#underway = [...this.#underway, exercise];
		const { world } = this.#workspace;
		const entry: Entry = {
			id: world.newId(),
			kind: 'exercise-done',
			about: exercise,
			by: null,
			at: world.timestamp(),
			body: { lesson }
		};
		const kept = await (await this.#workspace.store()).addEntries([entry]);
		this.unkept = kept.ok ? null : STORAGE_FAILURES[kept.failure.code];
		this.done = [...(this.done ?? []), exercise];
		this.#underway = this.#underway.filter((one) => one !== exercise);
	}
}
