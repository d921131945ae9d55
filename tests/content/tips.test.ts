import { expect, test } from 'vitest';
import { DESK_WORDS, inWordsOf } from '#lib/domain/desk-words.ts';
import type { TipBlock } from '#lib/domain/tip.ts';
import { SCENARIOS } from '#lib/scenarios/bank.ts';
import { TIPS } from '#lib/scenarios/tips.ts';
import { readTips } from '#lib/scenarios/tip-schema.ts';
import { yamlProblems, type Problem } from '#lib/scenarios/problem.ts';
import { readTipFile } from '../../vite-plugins/tip-file.ts';

const textsOf = (body: readonly TipBlock[]): string[] =>
	body.flatMap((block) =>
		block.is === 'heading'
			? [block.text]
			: (block.is === 'list' ? block.items.flat() : block.runs).map(({ text }) => text)
	);

test('there are at least eight, each about another step or another side of it', () => {
	expect(TIPS.length).toBeGreaterThanOrEqual(8);
	expect(new Set(TIPS.map(({ title }) => title)).size).toBe(TIPS.length);
});

test.for(TIPS.map((tip) => [tip.id, tip] as const))('%s: its scenario drills its step', ([, tip]) => {
	expect(SCENARIOS.find(({ id }) => id === tip.scenario)?.drills).toContain(tip.step);
	expect(tip.source).not.toBe('');
});

test('at another desk no tip keeps a word that only QuestionPoint has', () => {
	const told = TIPS.flatMap(({ title, body }) => [title, ...textsOf(body)]).map((text) =>
		inWordsOf(DESK_WORDS.libanswers, text)
	);
	expect(told.filter((text) => /Info tab|Scripts tab|policy page|Lost Call/i.test(text))).toEqual([]);
});

const HEAD = 'title: By when?\nstep: deadline\nscenario: soil-salinity\nsource: a source';
const read = (content: string) => {
	const problems: Problem[] = [];
	const files = readTipFile('tips/x.md', '01-x.md', content, problems, yamlProblems);
	const { tips, problems: further } = readTips(
		files,
		SCENARIOS.map(({ id }) => id)
	);
	return { tips, problems: [...problems, ...further].map(({ message }) => message) };
};

test('what is written in Markdown becomes a tree, and HTML is no part of it', () => {
	const { tips, problems } = read(`---\n${HEAD}\n---\n\nAsk **now**, *please*.\n\n- one\n- two\n`);
	expect(problems).toEqual([]);
	expect(tips[0]?.body).toEqual([
		{
			is: 'paragraph',
			runs: [
				{ is: 'text', text: 'Ask ' },
				{ is: 'strong', text: 'now' },
				{ is: 'text', text: ', ' },
				{ is: 'em', text: 'please' },
				{ is: 'text', text: '.' }
			]
		},
		{ is: 'list', isOrdered: false, items: [[{ is: 'text', text: 'one' }], [{ is: 'text', text: 'two' }]] }
	]);
});

test.for([
	['no head', 'Just a text.', /expected a head between two lines of ---/],
	[
		'a step that there is none of',
		`---\n${HEAD.replace('deadline', 'dedline')}\n---\nText.`,
		/did you mean “deadline”/
	],
	[
		'a scenario that there is none of',
		`---\n${HEAD.replace('soil-salinity', 'soil')}\n---\nText.`,
		/id of a scenario/
	],
	['a field that is missing', `---\n${HEAD.replace(/source.*/, '')}\n---\nText.`, /is missing/],
	['no text', `---\n${HEAD}\n---\n\n`, /has no text/],
	['HTML', `---\n${HEAD}\n---\n<script>alert(1)</script>`, /\(html\), which a tip can’t have/],
	['an image', `---\n${HEAD}\n---\n![x](https://example.org/x.png)`, /\(image\), which a tip can’t have/],
	['a link that a browser would run', `---\n${HEAD}\n---\n[x](javascript:alert(1))`, /a link to “javascript/]
] as const)('a tip with %s is refused with the reason', ([, content, reason]) => {
	const { tips, problems } = read(content);
	expect(tips).toEqual([]);
	expect(problems.join('\n')).toMatch(reason);
});
