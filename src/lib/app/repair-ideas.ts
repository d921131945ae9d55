import type { Act } from '#lib/domain/act.ts';
import { RESOLUTION_CODES, type ResolutionCode } from '#lib/domain/code.ts';
import type { EventOf } from '#lib/domain/event.ts';
import type { Facts, Tab, TakeoverLine } from '#lib/domain/facts.ts';
import { readNotes } from '#lib/domain/note.ts';
import type { RuleId } from '#lib/domain/step.ts';

/** One action of the librarian's that would have helped. */
export type RepairAction =
	| { kind: 'say'; text: string; acts: readonly Act[] }
	| { kind: 'open'; tab: Tab }
	| { kind: 'note'; text: string }
	| { kind: 'code'; code: ResolutionCode }
	/** Not ending yet. */
	| { kind: 'wait' };

export type PatronReply = Pick<EventOf<'patron.said'>, 'text' | 'gives' | 'does'>;

export interface RepairIdea {
	action: RepairAction;
	/** What the patron says to it; null where nothing is needed. */
	reply: PatronReply | null;
	/** Seconds to wait after it before going on. */
	waitMs?: number;
	/** Where it belongs: as early as it helps (after something the patron said), or as late. */
	prefer: 'early' | 'late';
}

/** The words of this very patron, where the session comes from a scenario. */
export interface PatronWords {
	givesEmail?: PatronReply;
	confirmsEmail?: PatronReply;
	refusesEmail?: PatronReply;
	namesDeadline?: PatronReply;
	satisfied?: PatronReply;
	acceptsPlan?: PatronReply;
}

export interface RepairCase {
	facts: Facts;
	takeover: readonly TakeoverLine[];
	words: PatronWords;
	/** The silence wait of the pack, milliseconds. */
	silenceMs: number;
	/** Number of the event with which follow-up fell due; 0 where it did at the takeover or never. */
	dueSeq: number;
	/** The patron has declined something in this session. */
	hasRefused: boolean;
	/** The patron has said that an address is wrong: the one on file is not asked for again. */
	hasCorrected: boolean;
}

const reply = (text: string, rest: Partial<PatronReply> = {}): PatronReply => ({
	text,
	gives: {},
	does: [],
	...rest
});

const say = (
	text: string,
	acts: readonly Act[],
	answer: PatronReply | null,
	prefer: RepairIdea['prefer']
): RepairIdea => ({
	action: { kind: 'say', text, acts },
	reply: answer,
	prefer
});

/** A note that holds what is needed, in a sentence that can stand in the record. */
function noteText({ facts, takeover }: RepairCase, about: 'fyi' | 'need' | 'both'): string {
	const parts: string[] = [];
	if (about !== 'need' && facts.fyi !== null) parts.push(`For the library: ${facts.fyi.reason}.`);
	if (about !== 'fyi') {
		const question = takeover.find(({ who }) => who === 'patron')?.text ?? 'see the transcript';
		parts.push(`Still open, and there is no e-mail to answer to: ${question.slice(0, 160)}`);
	}
	let text = parts.join(' ');
	const read = readNotes([text], facts);
	if (about !== 'need' && !read.fyi && facts.fyi !== null) text += ` (${facts.fyi.words[0]})`;
	if (about !== 'fyi' && !read.need) text += ` (${facts.noteWords[0]})`;
	return text;
}

function emailIdeas({ facts, words, hasRefused, hasCorrected }: RepairCase): RepairIdea[] {
	const { name, email } = facts.patron;
	const own = `${
		name
			.toLowerCase()
			.replace(/[^a-z]+/g, '.')
			.replace(/^\.|\.$/g, '') || 'patron'
	}@example.org`;
	const gives = words.givesEmail ?? reply(`Yes, it’s ${own}`, { gives: { email: own } });
	const refuses = words.refusesEmail ?? reply('I would rather not.', { does: ['refuses'] });
	const explained =
		'There is no e-mail with your question yet, and without one an answer can’t reach you. What address should it go to?';
	const asks = say(
		explained,
		['ask-email', 'explain-need-email'],
		hasRefused || (words.givesEmail === undefined && words.refusesEmail !== undefined) ? refuses : gives,
		'early'
	);
	const explains = say(
		'I ask because without an address there is no way to send you what is found; it is used for this one answer.',
		['explain-need-email'],
		null,
		'early'
	);
	const onFile =
		email === null || hasCorrected
			? []
			: [
					say(
						`You signed on with ${email}. Is that still the right address for the answer?`,
						['verify-email'],
						words.confirmsEmail ?? reply('Yes, that is right.', { does: ['confirms'] }),
						'early'
					)
				];
	// Whoever has declined is not asked again in the hope of another answer: the reason is what was missing.
	return hasRefused ? [explains, asks] : [...onFile, asks];
}

function goodbyeIdeas({ facts }: RepairCase): RepairIdea[] {
	const { name, goodbye } = facts.library;
	const text =
		goodbye ?? `Thank you for chatting with ${name} today. Do come back whenever a question turns up.`;
	return [say(text, ['thank-for-using', 'invite-return', 'goodbye'], null, 'late')];
}

function checkIdeas({ words }: RepairCase): RepairIdea[] {
	const answer = words.satisfied ?? reply('No, that was all, thank you.', { does: ['satisfied'] });
	return [
		say(
			'Does that answer your question, or is there anything more I can look up?',
			['check-answered', 'offer-more'],
			answer,
			'late'
		)
	];
}

const codeIdeas = (): RepairIdea[] =>
	RESOLUTION_CODES.filter((code) => code !== 'practice').map((code) => ({
		action: { kind: 'code', code },
		reply: null,
		prefer: 'late'
	}));

/** What could be tried for a rule, the best first. Whether it helps is for the check to say. */
export function repairIdeas(rule: RuleId, given: RepairCase): RepairIdea[] {
	const { facts, words, silenceMs } = given;
	const note = (about: 'fyi' | 'need' | 'both'): RepairIdea => ({
		action: { kind: 'note', text: noteText(given, about) },
		reply: null,
		prefer: 'late'
	});
	const notes = facts.fyi === null ? [note('need')] : [note('fyi'), note('need'), note('both')];
	switch (rule) {
		case 'complete-check':
		case 'in-order':
			return checkIdeas(given);
		case 'policy-page':
			return [{ action: { kind: 'open', tab: 'policy' }, reply: null, prefer: 'late' }];
		case 'info-tab':
			return [{ action: { kind: 'open', tab: 'info' }, reply: null, prefer: 'late' }];
		case 'email':
			return emailIdeas(given);
		case 'deadline':
			return [
				say(
					'By when do you need the answer?',
					['ask-deadline'],
					words.namesDeadline ??
						reply('By the end of next week would be good.', { gives: { deadline: 'the end of next week' } }),
					'early'
				)
			];
		case 'next-steps':
			return [
				say(
					`I’m sending this to ${facts.library.name}; a librarian there will e-mail you. It may take several days.`,
					['explain-follow-up', 'set-timeframe'],
					words.acceptsPlan ?? reply('All right, thank you.'),
					'early'
				)
			];
		case 'way-out':
			return [
				say(
					`You can also ask at the desk of ${facts.library.name}, or come back to this chat at any hour.`,
					['refer-away', 'invite-return'],
					null,
					'early'
				)
			];
		case 'no-brush-off':
			return [
				say(
					`Or shall I send your question to ${facts.library.name}, so that somebody e-mails you?`,
					['explain-follow-up'],
					null,
					'late'
				),
				say(
					`I can also pass this on: a librarian at ${facts.library.name} will e-mail you.`,
					['explain-follow-up'],
					null,
					'late'
				)
			];
		case 'note':
			return notes;
		case 'goodbye':
			return goodbyeIdeas(given);
		case 'silence':
			return [
				{ action: { kind: 'wait' }, reply: reply('…'), prefer: 'late' },
				{
					...say(
						'Are you still there? If I don’t hear from you, I will end this chat in a few minutes.',
						['check-presence', 'announce-end'],
						null,
						'late'
					),
					waitMs: silenceMs
				}
			];
		case 'resolution-code':
			return [
				...codeIdeas(),
				...notes,
				{ action: { kind: 'open', tab: 'policy' }, reply: null, prefer: 'late' }
			];
		case 'no-email-no-follow-up':
			return [...emailIdeas(given), ...codeIdeas()];
		case 'no-empty-promise':
			return codeIdeas();
		case 'privacy':
			return [];
	}
}
