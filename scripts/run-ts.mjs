/**
 * Runs a TypeScript entry of the project without a screen: `node scripts/run-ts.mjs src/cli/score.ts ARGS`.
 * The project's own Vite plugins apply; Kit and Svelte do not (they would double the start-up), so what runs here
 * imports no `.svelte` and no `.svelte.ts`. It prints nothing of its own: output, input and exit code are the entry's.
 */
import { resolve } from 'node:path';
import { createRunnableDevEnvironment, resolveConfig, runnerImport } from 'vite';
import { ROOT } from './root.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
	console.error('Usage: node scripts/run-ts.mjs ENTRY.ts [ARGUMENTS]');
	process.exit(2);
}

const quiet = /** @type {const} */ ({ root: ROOT, logLevel: 'silent' });
const { module } = await runnerImport(resolve(ROOT, 'vite-plugins/index.ts'), quiet);

const config = await resolveConfig(
	{
		...quiet,
		configFile: false,
		envDir: false,
		plugins: module.projectPlugins(),
		environments: {
			headless: {
				consumer: 'server',
				dev: { moduleRunnerTransform: true },
				resolve: { external: true, conditions: ['node'] }
			}
		}
	},
	'serve'
);
const environment = createRunnableDevEnvironment('headless', config, {
	runnerOptions: { hmr: false },
	hot: false
});
await environment.init();
await environment.pluginContainer.buildStart();

const file = resolve(entry);
process.argv = [process.argv[0] ?? 'node', file, ...args];
await environment.runner.import(file);
