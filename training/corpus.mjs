/** What the network learns from: hand-written messages, pairs of them in one, and messages put together from phrases. */
import { seeded } from './chance.mjs';
import { exampleOf, vocabularyOf } from './examples.mjs';
import { joinedOf } from './joined.mjs';
import { messages } from './messages.mjs';
import { phrases } from './phrases.mjs';

/** So many messages from phrases, each with half the weight of a hand-written one. */
const PHRASES = 3000;
const PHRASE_WEIGHT = 0.5;
const PHRASE_SEED = 5;
/** So many tries at joining two messages; nearly all succeed. They weigh as much as those from phrases. */
const JOINED = 6000;
const JOINED_SEED = 11;
/** So many hand-written messages lose the mark at their end, as they do in chat: what they say stays what it is. */
const MARK_LEFT_OUT = 0.3;
const MARK_SEED = 7;

/** @param {import('./messages.mjs').LabelledMessage[]} written */
const composedBeside = (written) =>
	phrases(
		PHRASES,
		seeded(PHRASE_SEED),
		written.filter(({ acts }) => Object.keys(acts).length === 0).map(({ context }) => context)
	);

/** Every message that is learned from. */
export const corpusMessages = () => [...messages(), ...composedBeside(messages())];

/** @param {import('./messages.mjs').LabelledMessage} message */
const withoutEndMark = (message) => ({ ...message, text: message.text.replace(/[.!?]+\s*$/, '') });

/** @param {import('./messages.mjs').LabelledMessage[]} written */
export function corpusOf(written) {
	const composed = composedBeside(written);
	const { words, grains, vectors, vocabulary } = vocabularyOf([...written, ...composed]);
	const chance = seeded(MARK_SEED);
	const examples = [
		...written.map((message) =>
			exampleOf(chance() < MARK_LEFT_OUT ? withoutEndMark(message) : message, vocabulary)
		),
		...composed.map((message) => exampleOf(message, vocabulary, PHRASE_WEIGHT)),
		...joinedOf(written, JOINED, seeded(JOINED_SEED)).map((message) =>
			exampleOf(message, vocabulary, PHRASE_WEIGHT)
		)
	];
	return { words, grains, vectors, vocabulary, examples };
}
