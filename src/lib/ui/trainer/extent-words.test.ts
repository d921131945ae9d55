import { expect, test } from 'vitest';
import { extentInWords } from './extent-words.ts';

test('trainees are counted once, nobody is no trainee, and one is not plural', () => {
	const of = ['t1', 't1', 't2', null].map((trainee) => ({ trainee }));
	expect(extentInWords(of, 4)).toBe('2 trainees · 4 chats');
	expect(extentInWords(of.slice(0, 2), 1)).toBe('1 trainee · 1 chat');
	expect(extentInWords(of.slice(3), 1)).toBe('0 trainees · 1 chat');
});
