import * as v from 'valibot';
import { isAddressShaped } from '#lib/domain/address.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { LINES, type LineName, type Persona } from '#lib/domain/persona.ts';
import { problemsOf, type Problem } from './problem.ts';
import type { Library, Scenario } from './scenario.ts';
import { libraryFile, scenarioFile, type ScenarioFile, type TwistFile } from './scenario-schema.ts';

/** A file of content, parsed from YAML but not yet checked. */
export interface ContentFile {
	path: string;
	content: unknown;
}

type Patron = ScenarioFile['patron'];

const onFile = (patron: Patron): Persona['onFile'] =>
	patron.email === null || !isAddressShaped(patron.email) ? 'none' : patron.works ? 'right' : 'wrong';

const personaOf = (file: ScenarioFile): Persona => ({
	wariness: file.patron.gives,
	onFile: onFile(file.patron),
	hasDeadline: file.patron.own.deadline !== null,
	volunteers: file.patron.volunteers,
	hasSecondNeed: file.secondNeed,
	needAtTakeover: file.need,
	declinesFollowUp: file.patron.declinesFollowUp,
	leavesFirst: file.patron.leavesFirst,
	vanishes: file.patron.vanishes,
	silent: file.patron.silent,
	patience: file.patron.temper.patience,
	isHurried: file.patron.temper.hurried
});

/** The occasions for which this patron needs words. Whoever misses one would stand mute in front of a trainee. */
function linesNeeded(persona: Persona): LineName[] {
	const isOpenSometime = persona.needAtTakeover === 'open' || persona.hasSecondNeed;
	const needs: Record<LineName, boolean> = {
		'gives-email': persona.wariness !== 'never' && persona.onFile !== 'wrong',
		'repeats-email': persona.wariness !== 'never',
		'confirms-email': persona.onFile === 'right' || persona.wariness !== 'never',
		'corrects-email': persona.onFile === 'wrong',
		'asks-why': persona.wariness === 'when-told-why',
		'refuses-email': persona.wariness !== 'gladly' || persona.declinesFollowUp,
		'refuses-again': persona.wariness !== 'gladly',
		'names-deadline': true,
		'repeats-deadline': true,
		volunteers: persona.volunteers !== null,
		assents: persona.wariness !== 'never',
		'accepts-plan': true,
		'accepts-way-out': persona.wariness !== 'gladly' || persona.declinesFollowUp,
		'sent-away': isOpenSometime,
		'still-open': isOpenSometime,
		satisfied: true,
		'asks-more': persona.hasSecondNeed,
		'doubts-private': true,
		here: true,
		'comes-back': persona.silent?.back === 'when-asked',
		waits: true,
		listens: true,
		puzzled: true,
		nudges: true,
		'thanks-back': true,
		'says-goodbye': true,
		'leaves-content': persona.leavesFirst,
		'leaves-annoyed': isOpenSometime
	};
	return (Object.keys(needs) as LineName[]).filter((line) => needs[line]);
}

/** Mistakes in a scenario that no single field shows. */
function inconsistencies(path: string, file: ScenarioFile): Problem[] {
	const problems: Problem[] = [];
	const add = (at: string, message: string) => problems.push({ file: path, path: at, message });
	const { patron, findings, due } = file;
	if (patron.works && (patron.email === null || !isAddressShaped(patron.email)))
		add(
			'patron.works',
			'is true, but there is no usable address in patron.email for mail to arrive at; set it to false'
		);
	if (patron.gives !== 'never' && patron.own.email === null)
		add(
			'patron.own.email',
			`is empty, but the patron gives an address (${patron.gives}); write the address, or set patron.gives to never`
		);
	if (onFile(patron) === 'wrong' && patron.own.email === null)
		add(
			'patron.own.email',
			'is empty, but the address on file is wrong and the patron corrects it; write the right address'
		);
	if (typeof due === 'object' && !Object.hasOwn(findings, due.finding))
		add(
			'due.finding',
			`names “${due.finding}”, which is none of the findings (${Object.keys(findings).join(', ') || 'there are none'})`
		);
	if (typeof due === 'object' && findings[due.finding]?.meets === true)
		add(
			'due.finding',
			`names “${due.finding}”, which meets the need; follow-up falls due with a finding that falls short`
		);
	if (due === 'second-need' && !file.secondNeed) add('due', 'is second-need, but secondNeed is not true');
	if (file.local && file.policyAnswers && due !== 'never')
		add('due', 'must be never where the policy page answers (local and policyAnswers are true)');
	if (file.need === 'met' && due !== 'never' && due !== 'second-need')
		add('due', 'must be never or second-need where the need is met at the takeover');
	for (const line of linesNeeded(personaOf(file))) {
		if (file.lines[line] === undefined) add(`lines.${line}`, 'is missing; this patron can come to say it');
	}
	for (const [name, texts] of Object.entries(file.lines) as [LineName, string[]][]) {
		const gives = LINES[name].gives;
		if (gives !== 'email' && gives !== 'deadline') continue;
		if (gives === 'deadline' && patron.own.deadline === null) continue;
		if (gives === 'email' && patron.own.email === null) continue;
		texts.forEach((text, index) => {
			if (!text.includes(`{${gives}}`))
				add(`lines.${name}[${index}]`, `must hold {${gives}}, which is replaced by what the patron gives`);
		});
	}
	return problems;
}

/** The same words with one fact turned. */
function applyTwist(file: ScenarioFile, twist: TwistFile): ScenarioFile {
	const set = Object.fromEntries(Object.entries(twist.patron).filter(([, value]) => value !== undefined));
	return {
		...file,
		id: `${file.id}--${twist.id}`,
		title: file.title,
		patron: { ...file.patron, ...set },
		lines: { ...file.lines, ...twist.lines },
		twists: [],
		plays: []
	};
}

function build(
	file: ScenarioFile,
	library: Library,
	others: readonly Library[],
	hash: (text: string) => string
): Scenario {
	const otherScripts = Object.fromEntries(
		others.flatMap(({ id, goodbye }) =>
			id === library.id || goodbye === null ? [] : [[`${id}-goodbye`, goodbye]]
		)
	);
	const facts: Facts = {
		library: { name: library.name, goodbye: library.goodbye },
		otherScripts,
		patron: { name: file.patron.name, email: file.patron.email, works: file.patron.works },
		need: file.need,
		withinReach: file.withinReach,
		local: file.local,
		policyAnswers: file.policyAnswers,
		fyi: file.fyi,
		noteWords: file.noteWords,
		findings: Object.fromEntries(
			Object.entries(file.findings).map(([id, { text, meets }]) => [id, { text, meets }])
		)
	};
	const scenario: Omit<Scenario, 'hash' | 'model'> = {
		id: file.id,
		title: file.title,
		teaser: file.teaser,
		minutes: file.minutes,
		drills: file.drills,
		handover: file.handover,
		library,
		info: { firstQuestion: file.patron.firstQuestion, cameFrom: file.patron.cameFrom },
		facts,
		takeover: file.takeover.map((line) =>
			'patron' in line ? { who: 'patron', text: line.patron } : { who: 'librarian', text: line.librarian }
		),
		due: file.due,
		persona: personaOf(file),
		own: file.patron.own,
		lines: file.lines,
		replies: Object.fromEntries(Object.entries(file.findings).map(([id, { reply }]) => [id, reply])),
		told: Object.fromEntries(Object.entries(file.findings).map(([id, { told }]) => [id, told])),
		threeDaysLater: file.threeDaysLater,
		twists: file.twists.map(({ id, label }) => ({ id: `${file.id}--${id}`, label })),
		plays: file.plays as Scenario['plays']
	};
	return { ...scenario, hash: hash(JSON.stringify(scenario)), model: [] };
}

export interface Bank {
	scenarios: Scenario[];
	libraries: Library[];
}

/**
 * Turns checked content into the bank of scenarios, each twist a scenario of its own; all problems of all files at
 * once where anything is wrong. `hash` maps text to a short fingerprint.
 */
export function compileBank(
	libraryFiles: readonly ContentFile[],
	scenarioFiles: readonly ContentFile[],
	hash: (text: string) => string
): Bank | Problem[] {
	const problems: Problem[] = [];
	const libraries = new Map<string, Library>();
	for (const { path, content } of libraryFiles) {
		const parsed = v.safeParse(libraryFile, content);
		if (!parsed.success) problems.push(...problemsOf(path, parsed.issues));
		else if (libraries.has(parsed.output.id))
			problems.push({ file: path, path: 'id', message: `“${parsed.output.id}” is taken by another library` });
		else libraries.set(parsed.output.id, parsed.output);
	}
	const scenarios = new Map<string, Scenario>();
	for (const file of scenarioFiles) {
		const compiled = compileFile(file, [...libraries.values()], hash);
		problems.push(...compiled.problems);
		for (const scenario of compiled.scenarios) {
			if (scenarios.has(scenario.id))
				problems.push({
					file: file.path,
					path: 'id',
					message: `“${scenario.id}” is taken by another scenario`
				});
			scenarios.set(scenario.id, scenario);
		}
	}
	return problems.length > 0
		? problems
		: { scenarios: [...scenarios.values()], libraries: [...libraries.values()] };
}

/** One file: the scenario and its twists, and all that is wrong with them. */
function compileFile(
	{ path, content }: ContentFile,
	libraries: readonly Library[],
	hash: (text: string) => string
): { scenarios: Scenario[]; problems: Problem[] } {
	const parsed = v.safeParse(scenarioFile, content);
	if (!parsed.success) return { scenarios: [], problems: problemsOf(path, parsed.issues) };
	const library = libraries.find(({ id }) => id === parsed.output.library);
	if (library === undefined) {
		const message = `names “${parsed.output.library}”, which is none of the libraries (${libraries.map(({ id }) => id).join(', ')})`;
		return { scenarios: [], problems: [{ file: path, path: 'library', message }] };
	}
	const problems: Problem[] = [];
	const scenarios: Scenario[] = [];
	for (const file of [
		parsed.output,
		...parsed.output.twists.map((twist) => applyTwist(parsed.output, twist))
	]) {
		const where = file === parsed.output ? '' : `twists (${file.id}): `;
		problems.push(...inconsistencies(path, file).map((one) => ({ ...one, path: `${where}${one.path}` })));
		scenarios.push(build(file, library, libraries, hash));
	}
	return { scenarios, problems };
}

/**
 * A scenario that is in no bank yet, at one of the bank's libraries, and after it its twists; or all problems at once.
 * The hashes say that they are new.
 */
export const compileNew = (
	file: ContentFile,
	libraries: readonly Library[]
): { scenarios: Scenario[]; problems: Problem[] } => compileFile(file, libraries, () => 'not-in-the-bank');
