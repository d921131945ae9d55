import { findPack, sessionFrom, verdictsOf } from '#lib/app/headless.ts';
import { BadInput, command, print, readContent, readOptions } from './command.ts';
import { need } from './need.ts';

const USAGE = 'Usage: npm run --silent score -- ATTEMPT.json|SESSION.yaml [--policy ID]';

await command(() => {
	const { named, plain } = readOptions(['policy'], USAGE);
	const [file] = plain;
	if (file === undefined || plain.length > 1) throw new BadInput(USAGE);
	print(verdictsOf(need(sessionFrom(file, readContent(file))), need(findPack(named['policy']))));
	return Promise.resolve(0);
});
