/** The hand-written labelled messages of training/messages/, one writer a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { ACTS } from '#lib/domain/act.ts';

const HERE = new URL('./messages/', import.meta.url);

/**
 * @typedef {object} LabelledMessage
 * @property {string} writer the file it stands in, which is one writer's voice
 * @property {string} family what the writers of a group have in common
 * @property {string} context the patron's message before it
 * @property {string} text
 * @property {Record<string, [start: number, end: number]>} acts the stretch of text that decides for each act
 */

/** All messages, in the order of file names and lines; every fault in them is named before the first is thrown. */
export function messages() {
	/** @type {LabelledMessage[]} */
	const all = [];
	const faults = [];
	for (const name of readdirSync(HERE).sort()) {
		if (!name.endsWith('.jsonl')) continue;
		const writer = name.replace('.jsonl', '');
		readFileSync(new URL(name, HERE), 'utf8')
			.split('\n')
			.forEach((line, index) => {
				if (line.trim() === '') return;
				try {
					all.push(labelled(JSON.parse(line), writer));
				} catch (fault) {
					faults.push(
						`training/messages/${name}:${index + 1}: ${fault instanceof Error ? fault.message : fault}`
					);
				}
			});
	}
	if (faults.length > 0) throw new Error(faults.join('\n'));
	return all;
}

/** @param {any} entry @param {string} writer @returns {LabelledMessage} */
function labelled(entry, writer) {
	if (typeof entry.text !== 'string') throw new Error('text: expected a string');
	if (typeof entry.context !== 'string')
		throw new Error('context: expected a string, empty if the patron said nothing');
	const acts = Object.fromEntries(
		Object.entries(entry.acts ?? {}).map(([act, words]) => {
			if (!ACTS.some((known) => known === act)) throw new Error(`acts: “${act}” is not one of the acts`);
			const start = entry.text.indexOf(words);
			if (start < 0) throw new Error(`acts.${act}: expected words of the text, found “${words}”`);
			return [act, [start, start + words.length]];
		})
	);
	return { writer, family: writer.split('-')[0] ?? '', context: entry.context, text: entry.text, acts };
}
