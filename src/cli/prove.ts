import { writeFileSync } from 'node:fs';
import { allScenarioIds, findPack, findScenario, scenariosFrom } from '#lib/app/headless.ts';
import { differencesOf } from '#lib/app/plays.ts';
import type { Pack } from '#lib/domain/pack.ts';
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

const playLines = (scenario: Parameters<typeof prove>[0], pack: Pack) =>
	scenario.plays.map((play) => {
		const differences = differencesOf(play, scenario, pack);
		const isRight = differences.length === 0;
		const head = `${isRight ? 'played' : 'FAILED'}  ${scenario.id}, “${play.title}”${isRight ? ': as expected' : ''}`;
		return { isRight, text: [head, ...differences.map((one) => `        ${one}`)].join('\n') };
	});

await command(async () => {
	const { named, plain } = readOptions(['policy', 'keep'], USAGE);
	const pack = need(findPack(named['policy']));
	const [wanted] = plain;
	const isFile = wanted !== undefined && /\.(ya?ml|json)$/.test(wanted);
	const scenarios = isFile
		? need(scenariosFrom(wanted, readContent(wanted)))
		: await Promise.all(
				(wanted === undefined ? allScenarioIds() : [wanted]).map(async (id) => need(await findScenario(id)))
			);
	const proofs = scenarios.map((scenario) => {
		const proof = prove(scenario, pack);
		process.stdout.write(`${line(proof)}\n`);
		return proof;
	});
	// Those of the bank are walked by its tests; a new file's writer wants to know at once.
	const plays = isFile ? scenarios.flatMap((scenario) => playLines(scenario, pack)) : [];
	for (const { text } of plays) process.stdout.write(`${text}\n`);
	if (named['keep'] !== undefined) {
		const kept = proofs.map(({ scenario, states, endings, model }) => [scenario, { states, endings, model }]);
		writeFileSync(named['keep'], `${JSON.stringify(Object.fromEntries(kept), null, '\t')}\n`);
	}
	return proofs.some(({ failed }) => failed.length > 0) || plays.some(({ isRight }) => !isRight) ? 1 : 0;
});
