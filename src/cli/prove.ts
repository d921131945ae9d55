import { writeFileSync } from 'node:fs';
import { allScenarioIds, findPack, findScenario, scenarioFrom } from '#lib/app/headless.ts';
import { prove, type Proof } from '#lib/app/proof/prove.ts';
import { command, readContent, readOptions } from './command.ts';
import { need } from './need.ts';

const USAGE = 'Usage: npm run --silent prove [-- ID|FILE] [--policy ID] [--keep FILE]';

const line = ({ scenario, states, endings, failed, model }: Proof): string => {
	const head = `${failed.length === 0 ? 'proved' : 'FAILED'}  ${scenario}: ${states} states, ${endings} endings, perfect in ${model.length} steps`;
	const claims = failed.map(
		({ claim, witness }) => `        not so: ${claim}\n        witness: ${witness.join(' → ') || 'at once'}`
	);
	return [head, ...claims].join('\n');
};

await command(async () => {
	const { named, plain } = readOptions(['policy', 'keep'], USAGE);
	const pack = need(findPack(named['policy']));
	const [wanted] = plain;
	const isFile = wanted !== undefined && /\.(ya?ml|json)$/.test(wanted);
	const scenarios = isFile
		? [need(scenarioFrom(wanted, readContent(wanted)))]
		: await Promise.all(
				(wanted === undefined ? allScenarioIds() : [wanted]).map(async (id) => need(await findScenario(id)))
			);
	const proofs = scenarios.map((scenario) => {
		const proof = prove(scenario, pack);
		process.stdout.write(`${line(proof)}\n`);
		return proof;
	});
	if (named['keep'] !== undefined) {
		const kept = proofs.map(({ scenario, states, endings, model }) => [scenario, { states, endings, model }]);
		writeFileSync(named['keep'], `${JSON.stringify(Object.fromEntries(kept), null, '\t')}\n`);
	}
	return proofs.some(({ failed }) => failed.length > 0) ? 1 : 0;
});
