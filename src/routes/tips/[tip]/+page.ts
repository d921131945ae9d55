import { error } from '@sveltejs/kit';
import { drillOf, tipById, tipIds } from '#lib/app/tip-desk.svelte.ts';

/** Every tip is a file of its own. */
export const entries = () => tipIds().map((tip) => ({ tip }));

export const load = ({ params }: { params: { tip: string } }) => {
	const tip = tipById(params.tip);
	if (tip === undefined) error(404, 'There is no tip of this name.');
	return { tip, drill: drillOf(tip) };
};
