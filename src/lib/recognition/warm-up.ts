import type { Recogniser } from './recogniser.ts';

/** What is said at most closings: hearing it makes the rules, the loops and the commonest words ready. */
const USUAL = [
	[
		'thanks',
		'You are welcome! Does this completely answer your question, or is there anything else I can look up?'
	],
	[
		'ok how will you reach me?',
		'Could you please type in your e-mail address so that a librarian can write to you?'
	],
	['yes', 'I have jo@example.org here, is that still the best address for you?'],
	['that would be great', 'When do you need this by? Without an address we have no way to get back to you.'],
	['before friday', 'I will pass your question on to your library; they will follow up within 2 or 3 days.'],
	['', 'Are you still there? I have not heard from you, so I will have to close this chat soon.'],
	[
		'do you need my card?',
		'One moment please while I check. What is your library card number or your date of birth?'
	],
	['no that is all', 'Sorry, that is all I can find; you would have to call the branch or ask at the desk.'],
	['bye', 'Thank you for using our service, come back anytime. Have a great day, goodbye!'],
	['no idea', 'im still lookin, hang on a sec, i dont want to lose u if we get disconected']
] as const;
const ROUNDS = 2;

/** Lets whoever waits have the thread before the next message is heard. */
export type Rest = () => Promise<void>;

/**
 * Hears the usual before anybody waits for it, a message at a time, so that neither typing nor the first message of
 * a trainee is held up while the browser compiles what hears.
 */
export async function warmUp(recogniser: Recogniser, rest: Rest): Promise<void> {
	for (let round = 0; round < ROUNDS; round++) {
		for (const [context, text] of USUAL) {
			recogniser.recognise(text, context);
			await rest();
		}
	}
}
