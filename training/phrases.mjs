/**
 * Messages put together from the phrases of training/phrases/: the ordinary ways of saying each act, and of saying
 * what sounds like it. They give the network the common wording; the hand-written messages give it the rest.
 *
 * A line is one phrase; `(a|b|)` is a choice, `$word` stands for an entry of words.txt, and
 * `what the patron said => phrase` fixes the message before it.
 */
import { readFileSync } from 'node:fs';

const HERE = new URL('./phrases/', import.meta.url);
const FILES = ['asking.txt', 'telling.txt', 'parting.txt', 'neither.txt'];
/** What is said in between carries no act. */
const NEITHER = 'none';

/** @typedef {{ choices: (string | Choice)[][] }} Choice */
/** @typedef {{ act: string, context: string | null, phrase: Choice }} Phrase */

const linesOf = (/** @type {string} */ name) =>
	readFileSync(new URL(name, HERE), 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '' && !line.startsWith('#'));

const WORDS = new Map(
	linesOf('words.txt').map((line) => {
		const [name = '', choices = ''] = line.split(' = ');
		return /** @type {const} */ ([name, choices.split('|')]);
	})
);

/** @param {string} source @returns {Choice} */
function parsed(source) {
	let at = 0;
	const group = (/** @type {boolean} */ inside) => {
		/** @type {(string | Choice)[][]} */
		const choices = [[]];
		while (at < source.length) {
			const mark = source[at++];
			if (mark === '(') choices.at(-1)?.push(group(true));
			else if (inside && mark === ')') break;
			else if (inside && mark === '|') choices.push([]);
			else choices.at(-1)?.push(mark ?? '');
		}
		return { choices };
	};
	return group(false);
}

/** @returns {Phrase[]} */
function readPhrases() {
	/** @type {Phrase[]} */
	const all = [];
	for (const name of FILES) {
		let act = NEITHER;
		for (const line of linesOf(name)) {
			if (line.startsWith('@')) {
				act = line.slice(1).trim();
				continue;
			}
			const [before, after] = line.split(' => ');
			all.push({ act, context: after === undefined ? null : before, phrase: parsed(after ?? before) });
		}
	}
	return all;
}

/** How many phrases a message has: mostly one. */
const ONE = 0.55;
const UP_TO_TWO = 0.87;
/** How often a phrase is one without an act, alone or beside others. */
const NEITHER_ALONE = 0.2;
const NEITHER_BESIDE = 0.3;
/** How often the mark of a question is left out, and how often a message ends in a mark. */
const MARK_LEFT_OUT = 0.3;
const ENDS_IN_A_MARK = 0.35;
const JOINTS = ['. ', '. ', '. ', '. ', ', ', ', ', ' ', '! ', ' and ', ' - '];

/**
 * So many messages, each with the stretches that decide.
 * @param {number} count @param {() => number} chance @param {string[]} contexts what patrons say, for phrases that fix nothing
 * @returns {{ text: string, context: string, acts: Record<string, [start: number, end: number]> }[]}
 */
export function phrases(count, chance, contexts) {
	const byAct = grouped(readPhrases());
	const acts = [...byAct.keys()].filter((act) => act !== NEITHER);
	const pick = (/** @type {any[]} */ list) => list[Math.floor(chance() * list.length)];
	const said = (/** @type {Choice} */ { choices }) =>
		pick(choices)
			.map((/** @type {string | Choice} */ part) => (typeof part === 'string' ? part : said(part)))
			.join('')
			.replace(/\$(\w+)/g, (/** @type {string} */ whole, /** @type {string} */ name) =>
				pick(WORDS.get(name) ?? [whole])
			);

	const compose = () => {
		const share = chance();
		const length = share < ONE ? 1 : share < UP_TO_TWO ? 2 : 3;
		/** @type {string | null} */
		let context = null;
		let text = '';
		/** @type {Record<string, [number, number]>} */
		const spans = {};
		for (let i = 0; i < length; i++) {
			const act = chance() < (length === 1 ? NEITHER_ALONE : NEITHER_BESIDE) ? NEITHER : pick(acts);
			const chosen = pick(byAct.get(act) ?? []);
			if (spans[act] || (chosen.context !== null && i > 0)) continue;
			context ??= chosen.context;
			let words = said(chosen.phrase).trim().replace(/\s+/g, ' ');
			if (words.endsWith('?') && chance() < MARK_LEFT_OUT) words = words.slice(0, -1);
			if (text !== '') text += /[?.!]$/.test(text) ? ' ' : pick(JOINTS);
			if (act !== NEITHER) spans[act] = [text.length, text.length + words.length];
			text += words;
		}
		if (chance() < ENDS_IN_A_MARK && !/[?.!]$/.test(text)) text += '.';
		return { text, context: context ?? pick(contexts), acts: spans };
	};
	return Array.from({ length: count }, compose);
}

/** @param {Phrase[]} all */
function grouped(all) {
	/** @type {Map<string, Phrase[]>} */
	const groups = new Map();
	for (const phrase of all) groups.set(phrase.act, [...(groups.get(phrase.act) ?? []), phrase]);
	return groups;
}
