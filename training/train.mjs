/**
 * Makes src/lib/recognition/generated/model.json from training/messages, training/phrases, training/vectors and
 * training/hearing.json. The same data give the same file, byte for byte.
 *   npm run train              writes the file
 *   npm run train -- --check   makes it again and compares; exit 1 where it differs
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { corpusOf } from './corpus.mjs';
import { DIMENSIONS } from './examples.mjs';
import { messages } from './messages.mjs';
import { modelFileOf } from './packed.mjs';
import { Trainer } from './trainer.mjs';

const FOLDER = new URL('../src/lib/recognition/generated/', import.meta.url);
const TARGET = new URL('model.json', FOLDER);
const HEARING = JSON.parse(readFileSync(new URL('./hearing.json', import.meta.url), 'utf8')).acts;

const { words, grains, vectors, examples } = corpusOf(messages());
const trainer = new Trainer(vectors, DIMENSIONS).fit(examples, (round, loss) =>
	console.error(`round ${round + 1}: loss ${loss.toFixed(3)}`)
);
const made = `${JSON.stringify(modelFileOf(trainer, { words, grains }, HEARING), null, '\t')}\n`;

if (process.argv.includes('--check')) {
	const same = made === readFileSync(TARGET, 'utf8');
	console.log(
		same
			? 'The committed model is what its data make.'
			: 'The committed model differs from what its data make: run npm run train.'
	);
	process.exitCode = same ? 0 : 1;
} else {
	mkdirSync(FOLDER, { recursive: true });
	const half = new URL('model.json.new', FOLDER);
	writeFileSync(half, made);
	renameSync(half, TARGET);
	console.log(`${examples.length} messages, ${words.length} words, ${made.length} characters`);
}
