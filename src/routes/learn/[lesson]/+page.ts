import { error } from '@sveltejs/kit';
import { lessonIds, lessonPage } from '#lib/app/lesson-page.ts';

/** Every lesson is a file of its own. */
export const entries = () => lessonIds().map((lesson) => ({ lesson }));

export const load = ({ params }: { params: { lesson: string } }) => {
	const page = lessonPage(params.lesson);
	if (page === null) error(404, 'There is no lesson of this name.');
	return page;
};
