import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const ESLINT_WARM_UP_MS = 60_000;

/** Fixtures are files that do not exist, so the few rules that need types cannot run on them. */
const eslint = new ESLint({
	overrideConfig: [
		{
			...ts.configs.disableTypeChecked,
			languageOptions: { parserOptions: { projectService: false, program: null, project: false } }
		}
	]
});

/** What the linter says of `code`, were it the text of `filePath`. */
const messagesOf = async (filePath: string, code: string) => {
	const [result] = await eslint.lintText(code, { filePath });
	const messages = result?.messages ?? [];
	expect(messages.filter((message) => message.fatal)).toEqual([]);
	return messages;
};

/** Only what the rules of layers and determinism say. */
const complaints = async (filePath: string, code: string): Promise<string[]> => {
	const messages = await messagesOf(filePath, code);
	return messages
		.filter((message) => message.ruleId?.startsWith('no-restricted-'))
		.map((message) => message.message);
};

beforeAll(async () => {
	await eslint.lintText('', { filePath: 'src/lib/domain/any.ts' });
}, ESLINT_WARM_UP_MS);

const importing = (source: string): string => `import { it } from '${source}';\nexport const here = it;\n`;
const inFile: Record<string, string> = {
	domain: 'src/lib/domain/any.ts',
	recognition: 'src/lib/recognition/any.ts',
	scenarios: 'src/lib/scenarios/any.ts',
	machines: 'src/lib/machines/any.ts',
	storage: 'src/lib/storage/any.ts',
	app: 'src/lib/app/any.ts',
	ui: 'src/lib/ui/any.ts',
	routes: 'src/routes/any.ts',
	cli: 'src/cli/any.ts'
};
const fileOf = (layer: string): string => inFile[layer] ?? layer;

const MAY: Record<string, readonly string[]> = {
	domain: [],
	recognition: ['domain'],
	scenarios: ['domain'],
	machines: ['domain'],
	storage: ['domain'],
	app: ['domain', 'recognition', 'scenarios', 'machines', 'storage'],
	ui: ['domain'],
	routes: ['app', 'ui', 'domain'],
	cli: ['app', 'domain']
};
const FOLDERS = ['domain', 'recognition', 'scenarios', 'machines', 'storage', 'app', 'ui'];
const PAIRS = Object.keys(MAY).flatMap((from) =>
	FOLDERS.filter((to) => to !== from).map((to) => ({ from, to, may: MAY[from]?.includes(to) ?? false }))
);

describe('layers', () => {
	test.each(PAIRS.filter(({ may }) => !may))('$from must not import $to', async ({ from, to }) => {
		expect(await complaints(fileOf(from), importing(`#lib/${to}/it.ts`))).toHaveLength(1);
	});

	test.each(PAIRS.filter(({ may }) => may))('$from may import $to', async ({ from, to }) => {
		expect(await complaints(fileOf(from), importing(`#lib/${to}/it.ts`))).toEqual([]);
	});

	test.each([
		['a value, late', `export const late = import('#lib/app/it.ts');`],
		['a type', `import type { It } from '#lib/app/it.ts';\nexport type Here = It;`],
		['a type, inline', `export type Here = import('#lib/app/it.ts').It;`],
		['what it hands on', `export { it } from '#lib/app/it.ts';`],
		['everything it hands on', `export * from '#lib/app/it.ts';`]
	])('a forbidden import is seen when it brings %s', async (_what, code) => {
		expect(await complaints('src/lib/domain/any.ts', code)).toEqual([expect.stringContaining('The domain')]);
	});

	test('a component is held to the layers of its folder', async () => {
		const code = `<script lang="ts">\n\timport { it } from '#lib/app/it.ts';\n</script>\n{it}`;
		expect(await complaints('src/lib/ui/Any.svelte', code)).toEqual([expect.stringContaining('callbacks')]);
	});

	test.each([
		['src/lib/app/any.ts', '/src/routes/page.ts', 'Nobody imports pages'],
		['src/lib/ui/any.ts', '/src/cli/score.ts', 'Nobody imports pages'],
		['tests/unit/any.test.ts', '../../src/routes/page.ts', 'Nobody imports pages'],
		['src/lib/domain/any.ts', '../app/it.ts', 'No ../'],
		['src/lib/machines/closing/any.ts', '../patron/it.ts', 'No ../'],
		['src/routes/practice/any.ts', '../it.ts', 'No ../'],
		['src/lib/app/any.ts', '$lib/domain/it.ts', 'Write #lib/'],
		['src/lib/app/any.ts', '#lib/domain/it', 'with its ending'],
		['src/lib/app/any.ts', './it', 'with its ending'],
		['src/lib/machines/any.ts', './closing/closing.machine', 'with its ending'],
		['src/lib/domain/any.ts', '#lib/domain/it.ts', 'Inside one folder'],
		['src/lib/app/any.ts', 'dexie', 'Only storage'],
		['src/lib/ui/any.ts', 'dexie', 'Only storage'],
		['src/lib/ui/any.ts', 'xstate', 'Only machines and app'],
		['src/lib/storage/any.ts', 'xstate/graph', 'Only machines and app'],
		['src/lib/machines/any.ts', 'svelte/reactivity', 'without a screen'],
		['src/lib/app/any.ts', 'bits-ui', 'Widgets'],
		['src/lib/app/any.ts', '@lucide/svelte/icons/clock', 'Pictures']
	])('%s must not import %s', async (file, source, reason) => {
		expect(await complaints(file, importing(source))).toContainEqual(expect.stringContaining(reason));
	});

	test.each([
		['src/lib/domain/any.ts', './it.ts'],
		['src/lib/machines/any.ts', './closing/closing.machine.ts'],
		['src/lib/machines/closing/any.ts', '#lib/machines/patron/patron.machine.ts'],
		['src/lib/scenarios/any.ts', './generated/bank.json'],
		['src/lib/scenarios/any.d.ts', '#lib/scenarios/it.ts'],
		['src/lib/storage/any.ts', 'dexie'],
		['src/lib/machines/any.ts', 'xstate'],
		['src/lib/app/any.ts', 'svelte/reactivity'],
		['src/lib/ui/any.ts', './VerdictCard.svelte'],
		['src/lib/ui/any.ts', 'bits-ui'],
		['src/routes/practice/any.ts', './$types'],
		['src/routes/any.ts', '#lib/ui/app.css'],
		['tests/unit/any.test.ts', '../../scripts/any.mjs']
	])('%s may import %s', async (file, source) => {
		expect(await complaints(file, importing(source))).toEqual([]);
	});
});

const HELD = ['domain', 'machines', 'scenarios', 'recognition', 'storage', 'app'];
const FORBIDDEN = [
	['Date.now()', 'Time comes'],
	['Date["now"]()', 'Time comes'],
	['globalThis.Date.now()', 'Time comes'],
	['[1].map(Date.now)', 'Time comes'],
	['new Date()', 'Time comes'],
	['Date()', 'Time comes'],
	['performance.now()', 'Time comes'],
	['Math.random()', 'Chance comes'],
	['crypto.getRandomValues(new Uint8Array(1))', 'Chance comes'],
	['crypto.randomUUID()', 'Identity comes'],
	['globalThis.crypto.randomUUID()', 'Identity comes'],
	['setTimeout(String, 1)', 'Waiting comes'],
	['setInterval(String, 1)', 'Waiting comes'],
	['globalThis.setTimeout(String, 1)', 'Waiting comes']
];

describe('determinism', () => {
	const rows = HELD.flatMap((layer) =>
		FORBIDDEN.map(([code = '', reason = '']) => ({ layer, code, reason }))
	);

	test.each(rows)('$layer must not say $code', async ({ layer, code, reason }) => {
		const said = await complaints(fileOf(layer), `export const it = ${code};\n`);
		expect(said).toEqual([expect.stringContaining(reason)]);
	});

	test('a name taken out of its object is still seen', async () => {
		const said = await complaints('src/lib/domain/any.ts', `export const { now } = Date;\n`);
		expect(said).toEqual([expect.stringContaining('Time comes')]);
	});

	test.each([
		['a date of a given moment', 'src/lib/domain/any.ts', 'new Date(0)'],
		['a clock that was handed in', 'src/lib/machines/any.ts', '(clock: Clock) => clock.now()'],
		['a timer that was handed in', 'src/lib/app/any.ts', '(clock: Clock) => clock.setTimeout(String, 1)'],
		['the real time where it is bound', 'src/lib/app/world.ts', 'Date.now()'],
		['the real timer where it is bound', 'src/lib/app/world.ts', 'setTimeout(String, 1)'],
		['the real time in a component', 'src/lib/ui/any.ts', 'Date.now()']
	])('%s is allowed', async (_what, file, code) => {
		expect(await complaints(file, `export const it = ${code};\n`)).toEqual([]);
	});

	test('the one file that binds the real world keeps the layers', async () => {
		expect(await complaints('src/lib/app/world.ts', importing('#lib/ui/it.ts'))).toHaveLength(1);
	});
});

describe('text stays text', () => {
	const component = (markup: string): string =>
		`<script lang="ts">\n\tlet { text }: { text: string } = $props();\n</script>\n\n${markup}\n`;

	test.each([
		['src/lib/ui/Any.svelte', component('<p>{@html text}</p>'), 'svelte/no-at-html-tags'],
		['src/routes/any/+page.svelte', component('<p>{@html text}</p>'), 'svelte/no-at-html-tags'],
		['src/lib/ui/any.ts', 'document.body.innerHTML = name;', 'no-restricted-properties'],
		['src/routes/any.ts', 'document.body.insertAdjacentHTML("beforeend", name);', 'no-restricted-properties'],
		['src/lib/app/any.ts', 'eval(name);', 'no-eval'],
		['src/lib/app/any.ts', 'export const run = new Function(name);', 'no-new-func']
	])('%s must not say %s', async (file, code, rule) => {
		expect((await messagesOf(file, code)).map(({ ruleId }) => ruleId)).toContain(rule);
	});

	test('a component that draws text as text is let alone', async () => {
		expect(await messagesOf('src/lib/ui/Any.svelte', component('<p>{text}</p>'))).toEqual([]);
	});
});
