declare module 'virtual:lessons' {
	import type { Lesson } from '#lib/domain/lesson.ts';

	/** In the order of their files. */
	export const lessons: readonly Lesson[];
}
