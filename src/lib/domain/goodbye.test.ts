import { describe, expect, test } from 'vitest';
import { readScript } from './goodbye.ts';

const facts = {
	library: {
		name: 'Alder Library',
		goodbye: 'Thanks for chatting with Alder Library. Come again whenever you like. Goodbye!'
	},
	otherScripts: { birch: 'Thanks for chatting with Birch Library. Come again whenever you like. So long!' }
};

describe('whose Goodbye script a message is', () => {
	test.for([
		['the script itself', facts.library.goodbye, 'own'],
		[
			'the script with a name put in',
			'Thanks for chatting with Alder Library, Ann. Come again whenever you like. Goodbye!',
			'own'
		],
		[
			'the script inside a longer message',
			`Easter it is. Anything else? If not: ${facts.library.goodbye}`,
			'own'
		],
		[
			'the script in capitals and without marks',
			'THANKS FOR CHATTING WITH ALDER LIBRARY COME AGAIN WHENEVER YOU LIKE GOODBYE',
			'own'
		],
		['another library’s script', facts.otherScripts.birch, 'other'],
		['too little of it', 'Thanks for chatting. Goodbye!', null],
		[
			'its words in another order',
			'Goodbye! Like you whenever again come, Library Alder with chatting for thanks',
			null
		],
		['nothing of it', 'See you soon', null]
	] as const)('%s', ([, text, whose]) => {
		expect(readScript(text, facts).whose).toBe(whose);
	});

	test('is nobody’s where no library has one', () => {
		expect(
			readScript('Goodbye!', { library: { name: 'Alder', goodbye: null }, otherScripts: {} }).whose
		).toBe(null);
	});
});
