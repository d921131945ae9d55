import { LIBRARIES } from '#lib/scenarios/bank.ts';
import type { Scenario, Script } from '#lib/scenarios/scenario.ts';

/** The librarian's own scripts: what anybody at the desk has. */
const MY_SCRIPTS: readonly Script[] = [
	{ id: 'my-hold', title: 'One moment', text: 'One moment please while I look into this.' },
	{
		id: 'my-still-looking',
		title: 'Still looking',
		text: 'I am still searching; thank you for bearing with me.'
	},
	{
		id: 'my-quiet',
		title: 'Quiet patron',
		text: 'I have not heard from you for a while. Are you still there?'
	}
];

/** A box of the Scripts tab. */
export interface ScriptBox {
	title: string;
	scripts: readonly Script[];
}

/** The Scripts tab as it lies open: one's own, those of the patron's library, those that other libraries share. */
export function scriptBoxes({ library, facts }: Scenario): ScriptBox[] {
	const goodbye =
		library.goodbye === null ? [] : [{ id: 'goodbye', title: 'Goodbye', text: library.goodbye }];
	const shared = Object.entries(facts.otherScripts).map(([id, text]) => ({
		id,
		title: `Goodbye, ${LIBRARIES.find((other) => id === `${other.id}-goodbye`)?.name ?? id}`,
		text
	}));
	return [
		{ title: 'My scripts', scripts: MY_SCRIPTS },
		{ title: library.name, scripts: [...library.scripts, ...goodbye] },
		{ title: 'Shared by other libraries', scripts: shared }
	].filter(({ scripts }) => scripts.length > 0);
}

export const findScript = (id: string, scenario: Scenario): Script | undefined =>
	scriptBoxes(scenario)
		.flatMap(({ scripts }) => scripts)
		.find((script) => script.id === id);
