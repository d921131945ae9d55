import type { Facts } from '#lib/domain/facts.ts';
import { readScript } from '#lib/domain/goodbye.ts';
import type { OurDesk } from '#lib/domain/our-desk.ts';
import type { Scenario } from './scenario.ts';

/**
 * Whether a chat can be played at another library's desk. A question that only its own library can say stays there: what
 * stands on that policy page, or does not, is a fact of the scenario.
 */
export const canMove = ({ facts }: { facts: Pick<Facts, 'local'> }): boolean => !facts.local;

/** Web and mail addresses: the name of a library stands in them as one word. */
const ADDRESS = /(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as it stands in a web address: `Lake County` as `lakecounty`; the empty text where no letter of it can. */
const asHost = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** Gives a text the names of another library, in its sentences and in its addresses. */
function renaming({ library }: Scenario, desk: OurDesk): (text: string) => string {
	// The bank's libraries are called by the words of their ids: `lake-county`.
	const called = library.id.split('-').map(escaped).join('[ -]?');
	const full = new RegExp(escaped(library.name), 'gi');
	const short = new RegExp(`(?<![\\p{L}\\p{N}])${called}(?![\\p{L}\\p{N}])`, 'giu');
	const host = asHost(desk.shortName) || 'library';
	const inSentence = (text: string): string =>
		text.replace(full, () => desk.name).replace(short, () => desk.shortName);
	return (text) => {
		const addresses = text.match(ADDRESS) ?? [];
		return text
			.split(ADDRESS)
			.map((between, index) => inSentence(between) + (addresses[index] ?? '').replace(short, host))
			.join('');
	};
}

/** Applies `change` to every text below `value`. */
function everyText<T>(value: T, change: (text: string) => string): T {
	if (typeof value === 'string') return change(value) as T;
	if (Array.isArray(value)) return value.map((one: unknown) => everyText(one, change)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, everyText<unknown>(one, change)])
	) as T;
}

/** Goodbye scripts of other libraries, without one that nobody could tell from our own. */
function otherScripts({ facts, library }: Scenario, desk: OurDesk): Facts['otherScripts'] {
	const own = library.goodbye === null ? {} : { [`${library.id}-goodbye`]: library.goodbye };
	return Object.fromEntries(
		Object.entries({ ...facts.otherScripts, ...own }).filter(
			([id, script]) =>
				desk.goodbye === null ||
				readScript(desk.goodbye, {
					library: { name: desk.name, goodbye: null },
					otherScripts: { [id]: script }
				}).whose === null
		)
	);
}

/**
 * The same chat at the desk of another library: its name, policy page and Goodbye script instead of the scenario's own.
 * Patron, need and findings stay; the follow-up librarian stays too, for what is told of them later. A chat that can't
 * move comes back as it was. What was played keeps the hash of the scenario, for its words are the scenario's.
 */
export function atDesk(scenario: Scenario, desk: OurDesk): Scenario {
	if (!canMove(scenario)) return scenario;
	const rename = renaming(scenario, desk);
	const { facts } = scenario;
	const { name, goodbye, policy } = desk;
	return {
		...scenario,
		teaser: rename(scenario.teaser),
		handover: everyText(scenario.handover, rename),
		library: { ...scenario.library, name, goodbye, policy, scripts: [] },
		info: everyText(scenario.info, rename),
		facts: {
			...facts,
			library: { name, goodbye },
			otherScripts: otherScripts(scenario, desk),
			fyi: everyText(facts.fyi, rename),
			findings: everyText(facts.findings, rename)
		},
		takeover: scenario.takeover.map((line) => ({ ...line, text: rename(line.text) })),
		lines: everyText(scenario.lines, rename),
		replies: everyText(scenario.replies, rename),
		threeDaysLater: everyText(scenario.threeDaysLater, rename)
	};
}
