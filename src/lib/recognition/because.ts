import { DOES, type Act } from '#lib/domain/act.ts';

/** Longer quotations are cut: the words are marked in the message anyway. */
const LONGEST_QUOTE = 80;

/** A short plain sentence for the trainee, with the words that decided. */
export function reasonFor(act: Act, words: string): string {
	const plain = words.replace(/\s+/g, ' ').trim();
	const quote = plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : plain;
	return `${DOES[act]}: “${quote}”`;
}
