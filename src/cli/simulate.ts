import { actionsFrom, findPack, findScenario, scenariosFrom, simulated } from '#lib/app/headless.ts';
import { BadInput, command, print, readContent, readOptions } from './command.ts';
import { need } from './need.ts';

const USAGE = 'Usage: npm run --silent simulate -- --scenario ID|FILE --seed N --actions FILE [--policy ID]';

await command(async () => {
	const { named } = readOptions(['scenario', 'seed', 'actions', 'policy'], USAGE);
	const { scenario: wanted, seed: seedText = '0', actions: actionsFile, policy } = named;
	if (wanted === undefined || actionsFile === undefined) throw new BadInput(USAGE);
	const seed = Number(seedText);
	if (!Number.isSafeInteger(seed)) throw new BadInput(`--seed: expected a whole number, found “${seedText}”`);
	const isFile = /\.(ya?ml|json)$/.test(wanted);
	const scenario = isFile
		? need(scenariosFrom(wanted, readContent(wanted)))[0]
		: need(await findScenario(wanted));
	const actions = need(actionsFrom(actionsFile, readContent(actionsFile)));
	print(need(simulated(scenario, seed, actions, need(findPack(policy)))));
	return 0;
});
