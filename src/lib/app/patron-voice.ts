import { chance, pick } from '#lib/domain/chance.ts';
import type { Deed, EventOf } from '#lib/domain/event.ts';
import type { Gives } from '#lib/domain/facts.ts';
import { LINES, type LineName } from '#lib/domain/persona.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';

/** A finding the patron replies to, or an occasion of speech. */
export type Utterance = { line: LineName } | { finding: string };

const isFiller = (utterance: Utterance): boolean => 'line' in utterance && LINES[utterance.line].filler;
const leaves = (utterance: Utterance): boolean =>
	'line' in utterance && (LINES[utterance.line].does as readonly Deed[]).includes('leaves');

/** What is really said: no fillers beside something of substance, no assent beside a refusal, parting words last. */
function chosen(utterances: readonly Utterance[]): Utterance[] {
	const unique = utterances.filter(
		(one, index) =>
			!('line' in one) ||
			utterances.findIndex((other) => 'line' in other && other.line === one.line) === index
	);
	const substance = unique.filter((one) => !isFiller(one));
	const said = substance.length > 0 ? substance : unique.slice(0, 1);
	const refuses = said.some((one) => 'line' in one && one.line === 'refuses-email');
	const kept = refuses ? said.filter((one) => !('line' in one && one.line === 'assents')) : said;
	return [...kept.filter((one) => !leaves(one)), ...kept.filter(leaves)];
}

function givesOf(line: LineName, { own, persona }: Scenario): Gives {
	const gives = LINES[line].gives;
	const email = own.email === null ? {} : { email: own.email };
	const deadline = own.deadline === null ? {} : { deadline: own.deadline };
	if (gives === 'email') return email;
	if (gives === 'deadline') return deadline;
	if (gives !== 'volunteered') return {};
	const what = persona.volunteers?.what ?? [];
	return { ...(what.includes('email') ? email : {}), ...(what.includes('deadline') ? deadline : {}) };
}

/**
 * Turns what the patron machine wants to say into one message in the scenario's words; null where there is nothing to
 * say. `turn` counts the patron's messages, so that the same occasion does not always sound the same.
 */
export function messageOf(
	utterances: readonly Utterance[],
	scenario: Scenario,
	seed: number,
	turn: number
): EventOf<'patron.said'> | null {
	const said = chosen(utterances);
	if (said.length === 0) return null;
	const gives: Gives = {};
	const does = new Set<Deed>();
	const texts = said.map((one) => {
		const name = 'line' in one ? one.line : one.finding;
		const variants = 'line' in one ? scenario.lines[one.line] : scenario.replies[one.finding];
		if ('line' in one) {
			Object.assign(gives, givesOf(one.line, scenario));
			for (const deed of LINES[one.line].does) does.add(deed);
		}
		if (variants === undefined) return '…';
		return pick(variants, chance(seed, name, turn))
			.replaceAll('{email}', scenario.own.email ?? '')
			.replaceAll('{deadline}', scenario.own.deadline ?? '');
	});
	return { type: 'patron.said', text: texts.join(' '), gives, does: [...does] };
}
