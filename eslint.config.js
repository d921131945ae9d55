import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { DETERMINISM_GLOBALS, DETERMINISM_SYNTAX, DETERMINISTIC, WORLD } from './lint/determinism.js';
import { layerBlocks } from './lint/layers.js';
import svelteConfig from './svelte.config.js';

const MARKUP_FROM_TEXT = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map(
	(property) => ({ property, message: 'Text stays text: a component draws it, the browser escapes it.' })
);

/**
 * A later block replaces an earlier one's list, so the deterministic one repeats what the layer forbids.
 * @param {ReturnType<typeof layerBlocks>[number]} block
 * @returns {import('eslint').Linter.Config[]}
 */
const rulesOfFolder = ({ folder, files, imports, syntax }) => {
	/** @type {import('eslint').Linter.Config} */
	const layer = { files, rules: { ...imports, 'no-restricted-syntax': ['error', ...syntax] } };
	/** @type {import('eslint').Linter.Config} */
	const deterministic = {
		files,
		ignores: [WORLD],
		rules: {
			'no-restricted-syntax': ['error', ...syntax, ...DETERMINISM_SYNTAX],
			'no-restricted-globals': DETERMINISM_GLOBALS
		}
	};
	return DETERMINISTIC.includes(folder) ? [layer, deterministic] : [layer];
};

export default defineConfig(
	{ ignores: ['.svelte-kit/', 'build/', '.cache/', 'test-results/', 'playwright-report/', '**/generated/'] },
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows which names exist, and knows them better.
			'no-undef': 'off',
			'no-console': 'error',
			eqeqeq: 'error',
			// With svelte/no-at-html-tags: nothing that was typed, imported or sent ever becomes markup or code.
			'no-restricted-properties': ['error', ...MARKUP_FROM_TEXT],
			'no-eval': 'error',
			'no-new-func': 'error',
			// Indexing gives `undefined` in the types; where a loop or a check has just shown that it is there, `!` says so.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		// A component takes values: an address reaches it resolved, from the page.
		files: ['src/lib/ui/**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		// Only the few rules that need types and pay for it: a lost promise is a lost event.
		files: ['src/**/*.ts'],
		ignores: ['src/service-worker.ts', 'src/service-worker/**'],
		languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error'
		}
	},
	{
		// Programs of the command line speak by printing.
		files: ['scripts/**', 'training/**', 'src/cli/**'],
		rules: { 'no-console': 'off' }
	},
	...layerBlocks().flatMap(rulesOfFolder)
);
