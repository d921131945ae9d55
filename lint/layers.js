/**
 * Which folder may import which, and why (docs/architecture.md has the picture). One `no-restricted-imports`
 * block per folder; the reason travels in the message, so whoever breaks a rule reads it where it broke.
 */

/**
 * @typedef {object} Layer
 * @property {string} name folder under src/lib
 * @property {string[]} may other folders of src/lib that it may import
 * @property {string} why why no more than these
 * @property {string[]} npm which of GUARDED_PACKAGES it may import
 */

/** Packages that belong to some layers only; any other package is free. */
const GUARDED_PACKAGES = {
	dexie: 'Only storage knows the database; everyone else is handed the storage port.',
	xstate: 'Only machines and app know XState; everyone else is handed values.',
	svelte: 'The core runs without a screen: runes and machines meet in app, nowhere below it.',
	'bits-ui': 'Widgets belong to ui.',
	'@lucide/svelte': 'Pictures belong to ui and routes.'
};

const CORE_WHY =
	'recognition, scenarios, machines and storage do not know one another: only app joins them. What two of them share is a word of the domain.';

/** @type {Layer[]} */
const LAYERS = [
	{
		name: 'domain',
		may: [],
		npm: [],
		why: 'The domain imports nothing of the project: its words and rules must be readable, and testable, alone.'
	},
	{ name: 'recognition', may: ['domain'], npm: [], why: CORE_WHY },
	{ name: 'scenarios', may: ['domain'], npm: [], why: CORE_WHY },
	{ name: 'machines', may: ['domain'], npm: ['xstate'], why: CORE_WHY },
	{ name: 'storage', may: ['domain'], npm: ['dexie'], why: CORE_WHY },
	{
		name: 'app',
		may: ['domain', 'recognition', 'scenarios', 'machines', 'storage'],
		npm: ['xstate', 'svelte'],
		why: 'app joins the parts and gives runes to pages; it knows no component, so that it also runs without a screen.'
	},
	{
		name: 'ui',
		may: ['domain'],
		npm: ['svelte', 'bits-ui', '@lucide/svelte'],
		why: 'A component takes values and gives callbacks: it opens no database, starts no machine, knows no app.'
	}
];

/** What stands beside src/lib: pages, and the commands without a screen (a page's counterpart, with no ui). */
const SURFACES = [
	{
		folder: 'src/routes',
		may: ['app', 'ui', 'domain'],
		why: 'A page composes app, ui and domain. What it needs from below, app gives it.',
		npm: ['svelte', '@lucide/svelte']
	},
	{
		folder: 'src/cli',
		may: ['app', 'domain'],
		why: 'A command is a page without a screen: it composes app and domain. What it needs from below, app gives it.',
		npm: []
	}
];

const CODE = ['ts', 'js', 'svelte'];
const ENDINGS = [...CODE, 'css', 'json', 'yaml', 'svg', 'png', 'woff2'];

/** @param {string} text */
const escaped = (text) => text.replace(/[/.$]/g, '\\$&');

/** @typedef {{ regex: string, message: string }} Pattern */
/** @typedef {{ imports: import('eslint').Linter.RulesRecord, syntax: { selector: string, message: string }[] }} Restriction */

/** @type {Pattern[]} */
const NOBODY = [
	{
		regex: '(^|/)(src/|\\.\\./)(routes|cli)(/|$)',
		message:
			'Nobody imports pages or commands: they stand on top. Move what is shared down, into app, ui or domain.'
	}
];

/** @type {Pattern[]} */
const SPELLING = [
	{
		regex: '(^|/)\\.\\.(/|$)',
		message: 'No ../: it hides which folder is crossed. Write #lib/….ts across folders and ./ inside one.'
	},
	{
		regex: '^\\$lib(/|$)',
		message: 'Write #lib/….ts: Node, Vite and TypeScript all know it without an alias.'
	},
	{
		regex: `^(#lib/|\\./)(?!.*\\.(${ENDINGS.join('|')})(\\?[a-z&]+)?$)(?!.*\\$types$)`,
		message: 'Name the file with its ending (#lib/….ts): no barrels, and nothing to guess.'
	}
];

/**
 * @param {string[]} allowed
 * @returns {Pattern[]}
 */
const guardedPackages = (allowed) =>
	Object.entries(GUARDED_PACKAGES)
		.filter(([name]) => !allowed.includes(name))
		.map(([name, message]) => ({ regex: `^${escaped(name)}(/|$)`, message }));

/**
 * @param {string[]} may
 * @param {string} why
 * @returns {Pattern}
 */
const onlyFrom = (may, why) => ({
	regex: may.length ? `^#lib/(?!(${may.join('|')})/)` : '^#lib/',
	message: why
});

/**
 * ESLint's own rule sees `import … from`; `import()` of a value or of a type slips past it, hence the selectors.
 * @param {Pattern[]} patterns
 * @returns {Restriction}
 */
const restricted = (patterns) => ({
	imports: { 'no-restricted-imports': ['error', { patterns }] },
	syntax: patterns.map(({ regex, message }) => ({
		selector: `:matches(ImportExpression, TSImportType)[source.value=/${regex.replace(/\//g, '\\u002F')}/]`,
		message
	}))
});

/** @param {Layer} layer */
const layerPatterns = ({ name, may, npm, why }) => {
	const common = [...NOBODY, ...SPELLING, ...guardedPackages(npm)];
	return {
		inside: [...common, onlyFrom([...may, name], why)],
		atItsRoot: [
			...common,
			{ regex: `^#lib/${name}/`, message: 'Inside one folder write ./: the crossing is what #lib shows.' },
			onlyFrom([...may, name], why)
		]
	};
};

/**
 * A later block wins over an earlier one: files at the root of a folder get the stricter rule; but declarations
 * do not, since an ambient module cannot say ./.
 * @returns {({ folder: string, files: string[] } & Restriction)[]}
 */
export const layerBlocks = () => [
	...LAYERS.flatMap((layer) => {
		const { inside, atItsRoot } = layerPatterns(layer);
		const folder = `src/lib/${layer.name}`;
		return [
			{ folder, files: CODE.map((ending) => `${folder}/**/*.${ending}`), ...restricted(inside) },
			{ folder, files: CODE.map((ending) => `${folder}/!(*.d).${ending}`), ...restricted(atItsRoot) }
		];
	}),
	...SURFACES.map(({ folder, may, why, npm }) => ({
		folder,
		files: CODE.map((ending) => `${folder}/**/*.${ending}`),
		...restricted([...SPELLING, ...guardedPackages(npm), onlyFrom(may, why)])
	})),
	{
		folder: 'tests',
		files: ['tests/**/*.ts', 'vite-plugins/**/*.ts', 'scripts/**/*.mjs'],
		...restricted(NOBODY)
	}
];
