import { NEVER, type Person } from './habit.ts';

/** Twelve invented trainees. Two of them share a name: they are two people all the same. */
export const PEOPLE: readonly Person[] = [
	{
		name: 'Ingrid Solheim',
		library: 'Riverbend Public Library',
		habit: 'Twenty years at a reference desk. Forgets next to nothing, and now and then the deadline.',
		attempts: 14,
		first: [],
		slips: {
			'forgets-deadline': [0.2, 0.1],
			'forgets-check': NEVER,
			'forgets-note': NEVER,
			'leaves-info-shut': NEVER,
			'promises-only': NEVER,
			'forgets-way-out': NEVER
		},
		lines: {
			hello: [
				'Good evening {patron}, Ingrid here. I have the conversation in front of me and am reading it now.',
				'Hello {patron}, I have come in for my colleague. Let me just read back a little.'
			],
			'next-steps': [
				'I will pass this to the librarians at {library}. One of them will write to you; it may well take several days.',
				'Somebody who knows the shelves at {library} will look and e-mail you what they find. Give it a few days, please.'
			]
		}
	},
	{
		name: 'Tomasz Wilk',
		library: 'Lake County Library',
		habit: 'Does it all, and never asks by when it is needed.',
		attempts: 13,
		first: ['obituary-of-1894', 'obituary-misspelt'],
		slips: { 'forgets-deadline': [1, 0.8], 'leaves-policy-shut': [0.3, 0] },
		lines: {
			hello: [
				'Hi {patron}, Tomasz here, give me a second to read up.',
				'Hey {patron}, new face. Reading your chat now.'
			],
			'ask-email': [
				'Ok, where should they send it? I need an email address so someone can write back to you.',
				'Can I get your email? Otherwise there is no way for the library to send you the answer.'
			],
			check: ['Anything else I can do for you right now?', 'Did that do it, or is something still missing?']
		}
	},
	{
		name: 'Beatriz Fontes',
		library: 'Saltmarsh Free Library',
		habit: 'Asks for the address as at a counter, without a word about what it is for. Getting better at it.',
		attempts: 12,
		first: ['lighthouse-on-glass', 'low-water-and-the-ardent--wants-to-know-why'],
		slips: { 'asks-without-reason': [1, 0.35], 'forgets-way-out': [0.7, 0.3] },
		lines: {
			'ask-email-bare': ['E-mail address please.', 'And your e-mail is?', 'Please type your e-mail address.'],
			hello: ['Hello. I am reading the chat.', 'Hello {patron}, one moment please.'],
			'next-steps': [
				'The question goes to {library}. They answer by e-mail, usually within a few days.',
				'{library} will e-mail you. It can take some days.'
			]
		}
	},
	{
		name: 'Howard Pell',
		library: 'Northgate College Library',
		habit:
			'Promised follow-up to people nobody could write to, until somebody sat down with him in the third week.',
		attempts: 13,
		first: [
			'obituary-of-1894',
			'lighthouse-on-glass--keeps-it',
			'harbinger-timing--waits-to-be-asked',
			'obituary-of-1894--keeps-address'
		],
		slips: {
			'forgets-address': [1, 0],
			'codes-follow-up-all-the-same': [1, 0],
			'leaves-info-shut': [0.6, 0.1],
			'forgets-note': [0.8, 0.2]
		},
		lines: {
			hello: [
				'Hello {patron}! Howard here, I’ll just read through this.',
				'Hi {patron}, I’m Howard. One moment while I read.'
			],
			'next-steps': [
				'No worries, the folks at {library} will dig it up and get back to you in a few days.',
				'I’m going to hand this to {library}, they’ll follow up with you as soon as they can.'
			],
			check: ['Anything else I can help with?', 'Is there anything else on your list today?']
		}
	},
	{
		name: 'Anna Lind',
		library: 'Riverbend Public Library',
		habit: 'So glad to have helped that the goodbye comes before the question whether it helped.',
		attempts: 12,
		first: [],
		slips: { 'says-goodbye-first': [0.9, 0.5], 'forgets-check': [0.2, 0.1] },
		lines: {
			hello: [
				'Hello {patron}, lovely to meet you. I am reading along.',
				'Hi {patron}, Anna here! Just catching up on your chat.'
			],
			check: [
				'Oh, and is there anything else I can help you with?',
				'Wait, before you go: did that answer your question?'
			]
		}
	},
	{
		name: 'Anna Lind',
		library: 'Lake County Library',
		habit: 'Never looks at the Info tab: asks people for an address that lies there already.',
		attempts: 11,
		first: ['a-hundred-years-of-bread', 'obituary-misspelt'],
		slips: { 'leaves-info-shut': [1, 0.9] },
		lines: {
			hello: [
				'Hi, this is Anna from the cooperative, I am reading your question.',
				'Hello {patron}, my colleague had to go. One minute please.'
			],
			'ask-email': [
				'May I ask for your e-mail address, so that we can send you the answer when somebody has found it?',
				'Could you type your e-mail address? The library needs it to reply to you.'
			]
		}
	},
	{
		name: 'Desmond Achebe',
		library: 'Saltmarsh Free Library',
		habit: 'A patron who goes quiet is a Lost Call to him, after a minute, whatever was exchanged before.',
		attempts: 14,
		first: [
			'sixty-four-pages--goes-quiet',
			'soil-salinity--no-reply',
			'a-hundred-years-of-bread--stays-away',
			'harbinger-timing--line-fails'
		],
		slips: { 'leaves-silent-patron': [1, 0.6], 'codes-lost-call': [1, 0.55], 'forgets-note': [0.5, 0.4] },
		lines: {
			hello: ['Hello {patron}, just a moment.', 'Hi {patron}, reading.'],
			check: ['Anything else?', 'Is that all you needed today?'],
			'ask-deadline': ['When is it due?', 'By what day do you need this?']
		}
	},
	{
		name: 'Mei-Ling Tan',
		library: 'Northgate College Library',
		habit: 'Writes a goodbye of her own, warmer than any script, and not the one of the patron’s library.',
		attempts: 12,
		first: [],
		slips: { 'types-own-goodbye': [1, 0.85] },
		lines: {
			'own-goodbye': [
				'It was a pleasure, {patron}. Thank you for asking us, and come and see us again soon. Good luck with it, bye!',
				'Thank you so much for your question, {patron}. Please come back whenever you like. Have a lovely rest of the day!',
				'Thanks for stopping by, {patron}! Write to us again any time. Goodbye for now.'
			],
			check: [
				'Is there anything else I could look up for you, {patron}?',
				'Has that answered it, or shall I keep looking for something?'
			]
		}
	},
	{
		name: 'Rosalind Oyelaran',
		library: 'Riverbend Public Library',
		habit:
			'Knows who to ring for everything, and sends people there, where she could have had it sent to them.',
		attempts: 13,
		first: ['obituary-of-1894', 'pictures-on-the-staircase', 'setback-ordinance'],
		slips: { 'brushes-off': [0.9, 0.45], 'leaves-policy-shut': [0.6, 0.2] },
		lines: {
			hello: [
				'Good morning {patron}, let me see where we are.',
				'Hello {patron}, I am with you now. I am reading.'
			],
			'brush-off': [
				'That is one for {library} itself. You would have to call them during opening hours.',
				'We don’t have that here. The best thing is to ring {library} and ask for the reference desk.',
				'You will need to get in touch with {library} about that yourself, I am afraid.'
			]
		}
	},
	{
		name: 'Pavel Horák',
		library: 'Lake County Library',
		habit: 'Kind in the chat. Leaves no note, so that whoever opens it next begins at nothing.',
		attempts: 12,
		first: ['locked-at-ten', 'setback-ordinance', 'lighthouse-on-glass--keeps-it'],
		slips: { 'forgets-note': [1, 0.9], 'forgets-way-out': [0.4, 0.2] },
		lines: {
			hello: [
				'Hello {patron}. I am Pavel. Please let me read for a minute.',
				'Hello {patron}, I read now what you wrote, one moment.'
			],
			'next-steps': [
				'The colleagues at {library} will search and send you an e-mail. It can be that it takes some days.',
				'I give it to the librarians of {library}. They will answer you by e-mail as soon as possible.'
			]
		}
	},
	{
		name: 'Grace Whitlock',
		library: 'Saltmarsh Free Library',
		habit: 'Arranges everything, then files it as Answered, because she has answered, hasn’t she.',
		attempts: 12,
		first: ['obituary-misspelt', 'obituary-of-1894', 'harbinger-timing', 'lighthouse-on-glass'],
		slips: { 'codes-answered-all-the-same': [0.9, 0.3], 'promises-only': [0.5, 0.2] },
		lines: {
			hello: [
				'Hello dear {patron}, I have got your chat now. Let me read it.',
				'Hi {patron}, Grace at the desk. Just reading.'
			],
			'ask-deadline': ['Is there a day you would need it by?', 'When would you need to have it?'],
			'promise-only': [
				'One of the librarians at {library} will write to you, I will see to that.',
				'{library} will be in touch with you about it.'
			]
		}
	},
	{
		name: 'Samir Haddad',
		library: 'Northgate College Library',
		habit: 'Fast. Asks for card numbers as at the circulation desk, and leaves the policy page shut.',
		attempts: 12,
		first: ['sixty-four-pages', 'pictures-on-the-staircase', 'obituary-of-1894'],
		slips: {
			'asks-card-number': [0.35, 0.1],
			'leaves-policy-shut': [0.9, 0.4],
			'forgets-goodbye': [0.4, 0.2],
			'forgets-check': [0.5, 0.2]
		},
		lines: {
			hello: ['hi {patron}, one sec, reading', 'hello {patron}, got it, give me a moment'],
			'ask-card-number': ['what’s your library card number?', 'can you give me your card number and PIN?'],
			'next-steps': [
				'ok so someone at {library} will email you, might take a few days',
				'passing this on to {library}, they will email you back asap'
			],
			check: ['anything else i can find for you?', 'does that answer your question?']
		}
	}
];
