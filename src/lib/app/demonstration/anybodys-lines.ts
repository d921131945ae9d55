import type { HowOften, Lines, Slip } from './habit.ts';

/** What anybody forgets now and then, and less often after some weeks. */
export const ANYBODYS_SLIPS: Readonly<Partial<Record<Slip, HowOften>>> = {
	'forgets-check': [0.15, 0.05],
	'forgets-deadline': [0.2, 0.1],
	'forgets-note': [0.2, 0.1],
	'leaves-info-shut': [0.15, 0.05],
	'promises-only': [0.2, 0.1],
	'forgets-way-out': [0.3, 0.1]
};

/** What anybody at the desk says. Several for each occasion: nobody says the same all week. */
export const ANYBODYS_LINES: Lines = {
	hello: [
		'Hello {patron}, I am taking over from my colleague. One moment, I am reading what you have found so far.',
		'Hi {patron}, you are with me now. Give me a minute to read along.',
		'Good afternoon {patron}. I have just been handed this chat, please bear with me while I catch up.'
	],
	'verify-email': [
		'I see {email} here with your name. Is that still the right address for you?',
		'The address you came in with is {email}. Is that correct?',
		'Before anything is sent: is {email} the right e-mail address?'
	],
	'ask-email': [
		'What is your e-mail address? Without it nobody could send you what they find.',
		'Could you give me an e-mail address? We need it so that the library can write back to you.',
		'Which e-mail address may I put down? It is only so that a librarian at {library} can send you the answer.'
	],
	'ask-email-bare': [
		'What is your e-mail address?',
		'Your e-mail, please?',
		'Could I have an e-mail address?'
	],
	'say-why': [
		'I ask because without an e-mail address there is no way to reach you once somebody has found it.',
		'The address is only needed so that {library} can send you the answer; it is used for nothing else.'
	],
	'ask-deadline': [
		'By when do you need it?',
		'Is there a date by which you need the answer?',
		'When do you need this by?'
	],
	'next-steps': [
		'A librarian at {library} will look into it and write to you. It may take several days.',
		'I am sending this on to {library}, and somebody there will e-mail you as soon as possible.',
		'The staff at {library} will get back to you by e-mail; please allow a few days.'
	],
	'promise-only': [
		'Somebody at {library} will get back to you.',
		'A librarian at {library} will write to you about this.'
	],
	'way-out': [
		'In that case you can call the desk at {library} and ask there, they have the same sources.',
		'You can also come back to this chat any time, or stop by at {library} and ask at the desk.'
	],
	'brush-off': [
		'You will have to contact {library} directly for that.',
		'I can’t do more from here. Please call {library}.'
	],
	check: [
		'Is there anything else I can help you with today?',
		'Does that answer your question, or is there more I can look for?',
		'Does this completely answer your question?'
	],
	'still-there': [
		'Are you still there, {patron}?',
		'I have not heard from you for a while. Are you still there?'
	],
	'will-end': [
		'As I don’t hear from you, I will end this chat in a few minutes.',
		'I am going to close this chat soon if you have left.'
	],
	'own-goodbye': [
		'Thank you for using our chat service. Please come back any time. Goodbye!',
		'Thank you for chatting with us today, and do come back whenever you have another question. Bye!'
	],
	'ask-card-number': ['What is your library card number?', 'Could you type your card number and PIN for me?'],
	'note-open': [
		'{patron} left no e-mail, so nobody can write back. The question is still open: {question}',
		'No e-mail on file and none given. Question remains open: {question}'
	],
	'note-fyi': [
		'FYI, nothing is owed to the patron: {fyi}.',
		'For whoever looks after this at {library}: {fyi}. Reported by {patron} in chat.'
	]
};
