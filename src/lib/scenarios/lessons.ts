import { lessons } from 'virtual:lessons';
import type { Lesson } from '#lib/domain/lesson.ts';

/** The pages to learn from, in the order in which they are read. */
export const LESSONS: readonly Lesson[] = lessons;
