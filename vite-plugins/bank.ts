import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { parseDocument } from 'yaml';
import { readTipFile } from './tip-file.ts';

type Compiler = typeof import('../src/lib/scenarios/compile.ts');
type PackReader = typeof import('../src/lib/scenarios/pack-schema.ts');
type DrillReader = typeof import('../src/lib/scenarios/drill-schema.ts');
type MissionReader = typeof import('../src/lib/scenarios/mission-schema.ts');
type Mission = import('../src/lib/scenarios/mission.ts').Mission;
type LessonReader = typeof import('../src/lib/scenarios/lesson-schema.ts');
type Bank = import('../src/lib/scenarios/compile.ts').Bank;
type Pack = import('../src/lib/domain/pack.ts').Pack;
type DrillCase = import('../src/lib/scenarios/drill-case.ts').DrillCase;
type Lesson = import('../src/lib/domain/lesson.ts').Lesson;
type Tip = import('../src/lib/domain/tip.ts').Tip;
type TipReader = typeof import('../src/lib/scenarios/tip-schema.ts');
type Problem = import('../src/lib/scenarios/problem.ts').Problem;

const FOLDER = 'src/lib/scenarios';
/** What `npm run prove -- --keep` found: model answers and the numbers that a test holds on to. */
const PROOFS = join(FOLDER, 'proofs.json');
const INDEX = 'virtual:bank';
const SCENARIO = 'virtual:bank/scenario/';
const DRILL = 'virtual:drill';
const LESSONS = 'virtual:lessons';
const TIPS = 'virtual:tips';
const MISSIONS = 'virtual:missions';

/** Short enough for a log, long enough that two scenarios never share it. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

type YamlReader = typeof import('../src/lib/scenarios/problem.ts').yamlProblems;

/** The names of the files of a folder, in their order. */
const readNames = (content: string, folder: string, ending: string): string[] =>
	readdirSync(join(content, folder))
		.filter((name) => name.endsWith(ending))
		.sort();

function readFolder(
	root: string,
	content: string,
	folder: string,
	problems: Problem[],
	yamlProblems: YamlReader
) {
	const directory = join(content, folder);
	return readNames(content, folder, '.yaml').flatMap((name) => {
		const path = relative(root, join(directory, name));
		const document = parseDocument(readFileSync(join(directory, name), 'utf8'), { prettyErrors: true });
		problems.push(...yamlProblems(path, document.errors));
		return document.errors.length > 0 ? [] : [{ path, content: document.toJS() as unknown }];
	});
}

/** Reads, checks and compiles all content below `content`; throws with all problems at once. */
export async function compileContent(
	root: string,
	content = join(root, FOLDER)
): Promise<
	Bank & { packs: Pack[]; drill: DrillCase[]; missions: Mission[]; lessons: Lesson[]; tips: Tip[] }
> {
	const load = async <T>(file: string) => (await runnerImport<T>(resolve(root, FOLDER, file))).module;
	const [
		{ compileBank },
		{ readPack },
		{ readDrill },
		{ readMissions },
		{ readLessons },
		{ readTips },
		{ problemText, yamlProblems }
	] = await Promise.all([
		load<Compiler>('compile.ts'),
		load<PackReader>('pack-schema.ts'),
		load<DrillReader>('drill-schema.ts'),
		load<MissionReader>('mission-schema.ts'),
		load<LessonReader>('lesson-schema.ts'),
		load<TipReader>('tip-schema.ts'),
		load<typeof import('../src/lib/scenarios/problem.ts')>('problem.ts')
	]);
	const problems: Problem[] = [];
	const packs: Pack[] = [];
	for (const file of readFolder(root, content, 'packs', problems, yamlProblems)) {
		const pack = readPack(file.path, file.content);
		if (Array.isArray(pack)) problems.push(...pack);
		else packs.push(pack);
	}
	const bank = compileBank(
		readFolder(root, content, 'libraries', problems, yamlProblems),
		readFolder(root, content, 'bank', problems, yamlProblems),
		hash
	);
	if (Array.isArray(bank)) problems.push(...bank);
	const drill = readDrill(readFolder(root, content, 'drill', problems, yamlProblems));
	problems.push(...drill.problems);
	const missions = readMissions(
		readFolder(root, content, 'missions', problems, yamlProblems),
		Array.isArray(bank) ? [] : bank.libraries
	);
	// Where the libraries can't be read, what a mission says of them is not the mistake.
	if (!Array.isArray(bank)) problems.push(...missions.problems);
	const { lessons, problems: slips } = readLessons(
		readFolder(root, content, 'lessons', problems, yamlProblems)
	);
	problems.push(...slips);
	// Where the bank can't be read, its files still say which scenarios there are to name.
	const scenarioIds = Array.isArray(bank)
		? readNames(content, 'bank', '.yaml').map((name) => basename(name, '.yaml'))
		: bank.scenarios.map(({ id }) => id).filter((id) => !id.includes('--'));
	const tips = readTips(
		readNames(content, 'tips', '.md').flatMap((name) => {
			const file = join(content, 'tips', name);
			return readTipFile(relative(root, file), name, readFileSync(file, 'utf8'), problems, yamlProblems);
		}),
		scenarioIds
	);
	problems.push(...tips.problems);
	if (problems.length > 0 || Array.isArray(bank)) {
		throw new Error(
			`The scenarios have ${problems.length} problem(s):\n${problems.map((one) => `  ${problemText(one)}`).join('\n')}`
		);
	}
	const models = readModels(root);
	const scenarios = bank.scenarios.map((scenario) => ({
		...scenario,
		model: models[scenario.id]?.model ?? []
	}));
	return {
		...bank,
		scenarios,
		packs,
		drill: drill.cases,
		missions: missions.missions,
		lessons,
		tips: tips.tips
	};
}

/** The model answers; a scenario that nobody has proved yet has none. */
function readModels(root: string): Record<string, { model: string[] } | undefined> {
	const file = join(root, PROOFS);
	return existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, { model: string[] }>)
		: {};
}

/**
 * Compiles the YAML content at build time, so that a mistake fails the build and no YAML parser is shipped.
 * `virtual:bank` holds the packs and a summary of every scenario; each scenario is a module of its own.
 * `virtual:drill` holds the cases of the coding drill, `virtual:missions` those of the follow-up desk, `virtual:lessons`
 * the pages to learn from, `virtual:tips` the quality tips.
 */
export function bankPlugin(): Plugin {
	let root = process.cwd();
	let compiled: ReturnType<typeof compileContent> | null = null;
	const content = () => (compiled ??= compileContent(root));
	return {
		name: 'closing-time-bank',
		configResolved(config) {
			root = config.root;
		},
		async buildStart() {
			await content();
		},
		resolveId(id) {
			return id.startsWith(INDEX) || id === DRILL || [MISSIONS, LESSONS, TIPS].includes(id)
				? `\0${id}`
				: null;
		},
		async load(id) {
			if (id === `\0${DRILL}`) return `export const cases = ${JSON.stringify((await content()).drill)};`;
			if (id === `\0${LESSONS}`)
				return `export const lessons = ${JSON.stringify((await content()).lessons)};`;
			if (id === `\0${TIPS}`) return `export const tips = ${JSON.stringify((await content()).tips)};`;
			if (id === `\0${MISSIONS}`)
				return `export const missions = ${JSON.stringify((await content()).missions)};`;
			if (!id.startsWith(`\0${INDEX}`)) return null;
			const { scenarios, libraries, packs } = await content();
			if (id.startsWith(`\0${SCENARIO}`)) {
				const wanted = id.slice(SCENARIO.length + 1);
				return `export default ${JSON.stringify(scenarios.find((one) => one.id === wanted))};`;
			}
			const summaries = scenarios.map((one) => ({
				id: one.id,
				title: one.title,
				teaser: one.teaser,
				minutes: one.minutes,
				drills: one.drills,
				twists: one.twists,
				patron: one.facts.patron.name,
				libraryName: one.library.name,
				isLocal: one.facts.local
			}));
			const loaders = scenarios.map(
				(one) => `${JSON.stringify(one.id)}: () => import(${JSON.stringify(SCENARIO + one.id)})`
			);
			return [
				`export const packs = ${JSON.stringify(packs)};`,
				`export const libraries = ${JSON.stringify(libraries)};`,
				`export const summaries = ${JSON.stringify(summaries)};`,
				`export const loaders = {${loaders.join(',\n')}};`
			].join('\n');
		},
		handleHotUpdate({ file, server }) {
			if (!file.includes(FOLDER) || !/\.(yaml|md)$/.test(file)) return;
			compiled = null;
			server.moduleGraph.invalidateAll();
			server.ws.send({ type: 'full-reload' });
		}
	};
}
