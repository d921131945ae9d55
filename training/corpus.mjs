/** What the network learns from: the hand-written messages, and messages put together from phrases. */
import { seeded } from './chance.mjs';
import { exampleOf, vocabularyOf } from './examples.mjs';
import { phrases } from './phrases.mjs';

/** So many messages from phrases, each with half the weight of a hand-written one. */
const PHRASES = 5000;
const PHRASE_WEIGHT = 0.5;
const PHRASE_SEED = 5;

/** @param {import('./messages.mjs').LabelledMessage[]} written */
export function corpusOf(written) {
	const contexts = written.filter(({ acts }) => Object.keys(acts).length === 0).map(({ context }) => context);
	const composed = phrases(PHRASES, seeded(PHRASE_SEED), contexts);
	const { words, vectors, vocabulary } = vocabularyOf([...written, ...composed]);
	const examples = [
		...written.map((message) => exampleOf(message, vocabulary)),
		...composed.map((message) => exampleOf(message, vocabulary, PHRASE_WEIGHT))
	];
	return { words, vectors, vocabulary, examples };
}
