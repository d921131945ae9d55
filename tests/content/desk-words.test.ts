import { describe, expect, test } from 'vitest';
import { CODING_RULES, CODING_RULE_WORDS } from '#lib/domain/coding-rule.ts';
import { DESK_WORDS, DESKS, inWordsOf } from '#lib/domain/desk-words.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { DRILL_CASES } from '#lib/scenarios/drill-cases.ts';
import { shortcutsAt } from '#lib/ui/monitor/shortcut.ts';

/** What only QuestionPoint calls so. The name of a code may still be part of another desk's. */
const QUESTIONPOINT_ONLY = /Info tab|Scripts tab|policy page|Lost Call|Follow-up by|Librarian Notes/i;
const OTHER_DESKS = DESKS.filter((desk) => desk !== 'questionpoint');

const SENTENCES: readonly string[] = [
	...DRILL_CASES.flatMap(({ lesson, afterwards }) => [lesson, afterwards ?? '']),
	...CODING_RULES.flatMap((rule) => [CODING_RULE_WORDS[rule].name, CODING_RULE_WORDS[rule].when]),
	...Object.values(RULE_WORDS).flatMap(({ name, rule }) => [name, rule])
];

describe.for(OTHER_DESKS)('at a desk of %s', (desk) => {
	const words = DESK_WORDS[desk];

	test('no rule and no lesson of the drill keeps a word that only QuestionPoint has', () => {
		const told = SENTENCES.map((sentence) => inWordsOf(words, sentence));
		expect(told.filter((sentence) => QUESTIONPOINT_ONLY.test(sentence))).toEqual([]);
	});

	test('the shortcuts name its tabs and its way to end', () => {
		const told = shortcutsAt(words).map(({ does }) => does);
		expect(told).toContain(`open ${words.tabs.info}`);
		expect(told.some((does) => does.startsWith(words.endSession))).toBe(true);
		expect(told.filter((does) => QUESTIONPOINT_ONLY.test(does))).toEqual([]);
	});
});

test('QuestionPoint’s own sentences stand as they are', () => {
	const told = SENTENCES.map((sentence) => inWordsOf(DESK_WORDS.questionpoint, sentence));
	expect(told).toEqual(SENTENCES);
});

test.for([
	['Look at the Info tab.', 'Look at the Patron information tab.'],
	['Info tab', 'Patron information'],
	['so it looks like a Lost Call', 'so it looks like a “Missed”'],
	["Follow-up by patron's library, and", '“Create Ticket, for the patron’s library”, and'],
	['so Answered is right', 'so Answered is right'],
	['an answered question', 'an answered question']
])('LibAnswers says “%s” as “%s”', ([own, theirs]) => {
	expect(inWordsOf(DESK_WORDS.libanswers, own!)).toBe(theirs);
});
