import type { Lesson } from '#lib/domain/lesson.ts';
import { CHART } from '#lib/machines/closing/closing.machine.ts';
import type { Recogniser } from '#lib/recognition/recogniser.ts';
import { loadRecogniser } from '#lib/recognition/load.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { LESSONS } from '#lib/scenarios/lessons.ts';
import { chartOf, type ChartRegion } from './closing-chart.ts';
import { regionsDeciding } from './evidence.ts';
import { rest } from './world.ts';

/** A lesson with its place among the others. */
export interface LessonPage {
	lesson: Lesson;
	/** From 1. */
	number: number;
	total: number;
	next: Lesson | null;
	/** The part of the closing that its rules look at. */
	chart: readonly ChartRegion[];
}

/** The ids of all lessons, each of which is a page. */
export const lessonIds = (): string[] => LESSONS.map(({ id }) => id);

/** Null where there is no lesson of that id. */
export function lessonPage(id: string): LessonPage | null {
	const index = LESSONS.findIndex((lesson) => lesson.id === id);
	const lesson = LESSONS[index];
	if (lesson === undefined) return null;
	const regions = [...new Set(lesson.rules.flatMap(regionsDeciding))];
	return {
		lesson,
		number: index + 1,
		total: LESSONS.length,
		next: LESSONS[index + 1] ?? null,
		chart: chartOf(CHART, regions)
	};
}

/** The whole chart of a closing, every region of it. */
export const wholeChart = (): readonly ChartRegion[] => chartOf(CHART);

/** Hears what is written: the rules at once, the learned recogniser as soon as it is there. */
export function recogniserForLessons(): () => Recogniser {
	let recogniser = rulesRecogniser;
	void loadRecogniser(rest).then((better) => (recogniser = better));
	return () => recogniser;
}
