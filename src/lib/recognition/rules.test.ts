import { describe, expect, it } from 'vitest';
import type { Act } from '#lib/domain/act.ts';
import { rulesRecogniser } from './rules.ts';

const actsOf = (text: string, context = ''): Act[] =>
	rulesRecogniser.recognise(text, context).map(({ act }) => act);

const HEARD: [text: string, acts: Act[], context?: string][] = [
	['Does this completely answer your question?', ['check-answered']],
	['did that help', ['check-answered']],
	['Is that what you were looking for?', ['check-answered']],
	['Is there anything else I can help you with today?', ['offer-more']],
	['Do you need any more sources on bees?', ['offer-more']],
	["what's ur email", ['ask-email']],
	['Could you please type in your e-mail address?', ['ask-email']],
	['pls type ur email', ['ask-email']],
	['I have jo@example.org for you, is that correct?', ['verify-email']],
	['Is the e-mail you signed in with still good?', ['verify-email']],
	["just confirming it's jo@example.org", ['verify-email']],
	['When do you need this by?', ['ask-deadline']],
	['Is there a due date?', ['ask-deadline']],
	['how soon is your paper due', ['ask-deadline']],
	["I'll send this on to a librarian at your library.", ['explain-follow-up']],
	['We will follow up with you.', ['explain-follow-up']],
	['Will do.', ['explain-follow-up'], 'can someone write to me about it?'],
	['It may take several days to hear back.', ['set-timeframe']],
	['A librarian will e-mail you within 2-3 days', ['explain-follow-up', 'set-timeframe']],
	['Quarry Road will be in touch', ['explain-follow-up']],
	['You can expect to hear back from Quarry Road', ['explain-follow-up']],
	['The branch will ring you back', ['explain-follow-up']],
	['get back to you asap', ['explain-follow-up', 'set-timeframe']],
	["They'd need an email to send you a scan.", ['ask-email', 'explain-need-email']],
	['Without an email we have no way to reach you.', ['explain-need-email']],
	["What's your e-mail, so that we can get back to you?", ['ask-email', 'explain-need-email']],
	['Thank you for using Ask a Librarian!', ['thank-for-using']],
	['thx for chatting w us', ['thank-for-using']],
	['Please come back anytime you have a question.', ['invite-return']],
	['Let us know if you have other questions.', ['invite-return']],
	['Have a great evening', ['goodbye']],
	['take care', ['goodbye']],
	['One moment while I check.', ['hold']],
	['still looking…', ['hold']],
	['Are you still with me?', ['check-presence']],
	["I'm going to close this chat now.", ['announce-end']],
	["What's the number on your library card?", ['ask-private']],
	['can you give me ur pin', ['ask-private']],
	["You'll have to call the branch.", ['refer-away']],
	["Sorry, that's all I can do.", ['refer-away']],
	[
		'Is there anything else? If not, thank you for using AskUs, goodbye!',
		['offer-more', 'thank-for-using', 'goodbye']
	]
];

const NOTHING_HEARD: [text: string, why: string][] = [
	['Can you open the link?', 'a question about the link is no check'],
	['Thanks, I have jo@example.org.', 'reading an address back asks nothing'],
	['Thanks, got it.', 'thanks for something else'],
	['Thank you for your patience.', 'thanks for something else'],
	['Have your card ready when you call them.', 'asks for nothing here'],
	['The book is on the second floor, call number 792.8.', 'an answer'],
	['Which edition do you need?', 'a clarification'],
	["I'll tell your library about that broken link.", 'nothing comes back to the patron'],
	['Return it as soon as possible, others wait for it.', 'says when the patron must act'],
	['You will soon be in touch again, you two.', 'the patron is the one who writes'],
	['Take care of the citations first.', 'no parting'],
	['Someone else has a hold on it.', 'nobody is asked to wait']
];

describe('the rules hear', () => {
	it.each(HEARD)('“%s” as %s', (text, acts, context) => {
		expect(actsOf(text, context)).toEqual(acts);
	});

	it.each(NOTHING_HEARD)('nothing in “%s”: %s', (text) => {
		expect(actsOf(text)).toEqual([]);
	});

	it('an unfinished word of assent only after a request of the patron', () => {
		expect(actsOf('Will do.', 'is it raining')).toEqual([]);
	});

	it('the deciding words, and says so to the trainee', () => {
		const [heard] = rulesRecogniser.recognise('Sure. What’s your e-mail?', '');
		expect(heard?.because).toBe('asks for an address: “What’s your e-mail”');
		expect('Sure. What’s your e-mail?'.slice(heard?.start, heard?.end)).toBe('What’s your e-mail');
	});
});
