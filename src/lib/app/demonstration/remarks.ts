import type { Override } from '#lib/domain/entry.ts';
import type { RuleId } from '#lib/domain/step.ts';
import type { RedLineVerdict, StepVerdict } from '#lib/domain/verdict.ts';

/** What was said of one verdict of one person: the `nth` of theirs (from 0) where the machine says `when` of the rule. */
export interface Remark {
	name: string;
	/** Where two share a name. */
	library?: string;
	rule: RuleId;
	when: StepVerdict | RedLineVerdict;
	nth: number;
	/** The trainee's objection. */
	dispute?: string;
	/** What the trainer made of it; a dispute without is still open. */
	settled?: { upheld: boolean; reason: string };
	override?: Pick<Override, 'says' | 'reason'>;
	/** A doubt of the machine's confirmed (true) or dismissed. */
	stands?: boolean;
	/** A word beside the end of the chat. */
	comment?: string;
	/** The note on the whole chat. */
	overall?: string;
	label?: 'fyi' | 'complaint' | 'compliment';
}

/** What trainees objected to and what their trainer wrote, in the weeks of the demonstration. */
export const REMARKS: readonly Remark[] = [
	{
		name: 'Tomasz Wilk',
		rule: 'deadline',
		when: 'missed',
		nth: 0,
		dispute: 'Nothing in the chat sounded urgent. I saw no date to ask for.',
		settled: {
			upheld: false,
			reason:
				'Hardly anybody mentions a date unasked. It is one short question, and you can put it in with the address.'
		}
	},
	{
		name: 'Mei-Ling Tan',
		rule: 'goodbye',
		when: 'missed',
		nth: 0,
		dispute: 'I thanked them and asked them back. That is all the script does.',
		settled: {
			upheld: true,
			reason: 'True for a patron who reads it. I let it stand this once; the library still wants its own.'
		},
		override: { says: 'met', reason: 'Thanked and asked back by name. The script says no more than that.' }
	},
	{
		name: 'Mei-Ling Tan',
		rule: 'goodbye',
		when: 'missed',
		nth: 1,
		override: { says: 'met', reason: 'As last week: everything in it that a goodbye needs.' }
	},
	{
		name: 'Mei-Ling Tan',
		rule: 'goodbye',
		when: 'missed',
		nth: 3,
		dispute: 'The same words counted in my first two chats.',
		comment: 'Send theirs and add your own line below it. Then nobody has to argue about it.'
	},
	{
		name: 'Anna Lind',
		library: 'Riverbend Public Library',
		rule: 'in-order',
		when: 'missed',
		nth: 0,
		dispute: 'It is all in one message. They could have answered the question.',
		settled: {
			upheld: false,
			reason:
				'Somebody who reads “goodbye” has a hand on the window already. First the question, then their turn.'
		}
	},
	{
		name: 'Pavel Horák',
		rule: 'note',
		when: 'missed',
		nth: 0,
		comment: 'Think of whoever opens this on Monday and has nobody to ask. One sentence is enough.'
	},
	{
		name: 'Howard Pell',
		rule: 'no-email-no-follow-up',
		when: 'broken',
		nth: 0,
		comment: 'Whom are they to write to?',
		overall:
			'Went through this one with Howard at his desk. He had never seen the New list from the other side.'
	},
	{
		name: 'Grace Whitlock',
		rule: 'no-empty-promise',
		when: 'unsure',
		nth: 0,
		stands: true,
		comment: 'You told them somebody would write. Answered goes into a list where nobody looks.'
	},
	{ name: 'Grace Whitlock', rule: 'no-empty-promise', when: 'unsure', nth: 1, stands: true },
	{
		name: 'Desmond Achebe',
		rule: 'resolution-code',
		when: 'missed',
		nth: 0,
		dispute: 'He was gone. What else would a lost call be?',
		settled: {
			upheld: false,
			reason:
				'You had been talking. Lost Call is for somebody of whom you know nothing but the first question.'
		}
	},
	{
		name: 'Desmond Achebe',
		rule: 'silence',
		when: 'missed',
		nth: 1,
		dispute: 'There were four others in the queue that evening. I can’t sit and wait for one.'
	},
	{
		name: 'Beatriz Fontes',
		rule: 'email',
		when: 'missed',
		nth: 0,
		comment: 'You ask well, and for nothing they can see. Say in half a sentence what the address is for.'
	},
	{
		name: 'Samir Haddad',
		rule: 'privacy',
		when: 'broken',
		nth: 0,
		comment: 'Never in a chat, whatever the desk downstairs does. You did not need it for this either.',
		label: 'complaint'
	},
	{
		name: 'Rosalind Oyelaran',
		rule: 'no-brush-off',
		when: 'missed',
		nth: 0,
		dispute: 'I know the people there. A call is quicker than any form we send.',
		settled: {
			upheld: false,
			reason: 'Quicker for you and me. Offer to send it, and give the number as well.'
		}
	},
	{
		name: 'Rosalind Oyelaran',
		rule: 'policy-page',
		when: 'missed',
		nth: 0,
		override: {
			says: 'not-applicable',
			reason: 'The page was down that morning; I have it from the desk itself.'
		}
	},
	{
		name: 'Ingrid Solheim',
		rule: 'next-steps',
		when: 'met',
		nth: 1,
		overall: 'I would show this one to whoever starts in spring.',
		label: 'compliment'
	}
];
