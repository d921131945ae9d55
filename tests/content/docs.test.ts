import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
	actionsFrom,
	findPack,
	scenariosFrom,
	sessionFrom,
	simulated,
	verdictsOf
} from '#lib/app/headless.ts';
import { prove } from '#lib/app/proof/prove.ts';
import { RESOLUTION_CODES } from '#lib/domain/code.ts';
import { DEEDS } from '#lib/domain/event.ts';
import { TABS } from '#lib/domain/facts.ts';
import { SITUATIONS } from '#lib/domain/pack.ts';
import { LINE_NAMES } from '#lib/domain/persona.ts';
import { RED_LINES, STEPS } from '#lib/domain/step.ts';
import type { Scenario } from '#lib/scenarios/scenario.ts';
import { WORDS } from '../../scripts/schema-words.mjs';

const read = (file: string): string => readFileSync(file, 'utf8');
const blocksOf = (text: string): string[] =>
	[...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, body]) => body!);
const valueOf = <T>(found: { ok: true; value: T } | { ok: false; problems: readonly string[] }): T => {
	if (!found.ok) throw new Error(found.problems.join('\n'));
	return found.value;
};
const pack = (id: string) => valueOf(findPack(id));
const proofLine = (scenario: Scenario): string => {
	const { states, endings, model, failed } = prove(scenario, pack('24-7'));
	const head = failed.length === 0 ? 'proved' : 'FAILED';
	return `${head}  ${scenario.id}: ${states} states, ${endings} endings, perfect in ${model.length} steps`;
};

const EXAMPLE = 'docs/examples/birch-hollow-school.yaml';
const example = (): Scenario => valueOf(scenariosFrom(EXAMPLE, parse(read(EXAMPLE))))[0];
const guide = read('docs/scenarios.md');

describe('docs/scenarios.md', () => {
	test('shows the whole example as it is', () => {
		expect(blocksOf(guide)).toContain(read(EXAMPLE));
	});

	test('asks for as many lines as it says, and is proved with the numbers that it gives', () => {
		const [first, words] = blocksOf(guide) as [string, string];
		const bare = scenariosFrom('bare.yaml', parse(first));
		expect(bare.ok ? [] : bare.problems).toHaveLength(19);
		expect(guide).toContain('Nineteen lines');
		const told = first.replace('lines: {}\n', () => words);
		expect(guide).toContain(proofLine(valueOf(scenariosFrom('told.yaml', parse(told)))[0]));
		expect(read('docs/headless.md')).toContain(proofLine(example()));
	});

	test('shows a patron whose story fails, with the numbers that it gives', () => {
		const scenario = example();
		const line = proofLine({ ...scenario, persona: { ...scenario.persona, vanishes: 'check' } });
		expect(line).toMatch(/^FAILED/);
		for (const file of ['docs/scenarios.md', 'docs/headless.md']) expect(read(file)).toContain(line);
	});

	test('has plays whose hand-scored verdicts follow', () => {
		const scenario = example();
		for (const { title, librarian, expect: expected } of scenario.plays) {
			const { steps, redLines, points, passed } = valueOf(simulated(scenario, 7, librarian, pack('24-7')));
			const verdicts = (of: Record<string, { verdict: string }>, names: object) =>
				Object.fromEntries(Object.keys(names).map((name) => [name, of[name]?.verdict]));
			expect(
				{
					steps: verdicts(steps, expected.steps),
					redLines: verdicts(redLines, expected.redLines),
					points,
					passed
				},
				title
			).toEqual(expected);
		}
		expect(scenario.plays).toHaveLength(2);
	});

	const fields = Object.values(WORDS).flatMap((words) =>
		Object.keys(words).map((place) => place.split(/[.[\]]+/).findLast((part) => part !== '' && part !== '*')!)
	);
	test('names every field that there is, or the page that it leads to does', () => {
		const text = [guide, read('docs/scoring.md'), read('docs/headless.md')].join('\n');
		expect([...new Set([...fields, ...LINE_NAMES])].filter((name) => !text.includes(name))).toEqual([]);
	});
});

describe('docs/session-format.md', () => {
	const text = read('docs/session-format.md');
	const file = 'docs/examples/ferry-timetable.yaml';

	test('shows the session as it is, and what it earns', () => {
		const content: unknown = parse(read(file));
		expect(blocksOf(text).map((block) => parse(block) as unknown)).toContainEqual(content);
		const { points } = verdictsOf(valueOf(sessionFrom(file, content)), pack('24-7'));
		expect(text).toContain(`it earns ${points} points`);
	});

	test.for([...DEEDS, ...TABS, ...RESOLUTION_CODES])('names %s', (name) => {
		expect(text).toContain(`\`${name}\``);
	});
});

test('docs/headless.md shows what comes of its actions', () => {
	const text = read('docs/headless.md');
	const actions: unknown = parse(read('docs/examples/otis.actions.yaml'));
	expect(blocksOf(text).map((block) => parse(block) as unknown)).toContainEqual(actions);
	const { points, consequence } = valueOf(
		simulated(example(), 7, valueOf(actionsFrom('otis', actions)), pack('24-7'))
	);
	expect(text).toContain(`"points": "${points}"`);
	expect(text).toContain(`"finds": "${consequence?.finds}"`);
});

test('docs/scoring.md names every rule and every situation', () => {
	const text = read('docs/scoring.md');
	expect([...STEPS, ...RED_LINES, ...SITUATIONS].filter((name) => !text.includes(`| \`${name}\` `))).toEqual(
		[]
	);
});

describe('every page', () => {
	const pages = [
		'README.md',
		'SECURITY.md',
		...readdirSync('docs')
			.filter((name) => name.endsWith('.md'))
			.map((name) => `docs/${name}`)
	];

	test.for(pages)('%s links to what is there', (page) => {
		const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
		const anchorsOf = (file: string) =>
			[...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
				heading!
					.toLowerCase()
					.replace(/[^a-z0-9 _-]/g, '')
					.replaceAll(' ', '-')
			);
		const broken = links.filter(([, path = '', anchor]) => {
			const file = path === '' ? page : join(dirname(page), path);
			return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
		});
		expect(broken.map(([link]) => link)).toEqual([]);
	});

	test.for(pages)('%s names files that there are', (page) => {
		const named = [
			...read(page).matchAll(/`([\w.+/-]+\/[\w.+-]+\.(?:ts|mjs|js|svelte|yaml|json|jsonl|md))`/g)
		];
		const missing = named.filter(
			([, path]) => !['', 'src/', 'src/lib/', 'src/lib/machines/'].some((root) => existsSync(root + path!))
		);
		expect(missing.map(([, path]) => path)).toEqual([]);
	});
});
