/** `npm run bench` measures what needs no stored chats; `npm run bench -- trainer [SIZE …]` the trainer's side in Chromium. */
import { benchTrainer } from './bench-trainer.mjs';
import { runNode } from './run-node.mjs';

const USUAL = [
	['scripts/run-ts.mjs', 'src/cli/bench.ts'],
	['scripts/weight.mjs'],
	['scripts/bench-recogniser.mjs']
];

/** One after the other, up to the first that fails. */
const benchUsual = async () => {
	for (const args of USUAL) {
		const code = await runNode(args, 'inherit').done;
		if (code !== 0) return code;
	}
	return 0;
};

const [what, ...rest] = process.argv.slice(2);
process.exitCode = what === 'trainer' ? await benchTrainer(rest) : await benchUsual();
