import type { LoggedEvent } from '#lib/domain/event.ts';
import type { DeskWords } from '#lib/domain/desk-words.ts';
import type { MarginNote, Row, Segment, Tone } from '#lib/domain/manuscript-row.ts';
import type { RuleId } from '#lib/domain/step.ts';
import type { Scorable } from './score.ts';
import type { Debrief, Report } from './debrief.ts';
import type { Repair } from './repair.ts';

const TONES: Readonly<Partial<Record<Report['verdict'], Tone>>> = {
	met: 'met',
	missed: 'missed',
	broken: 'broken',
	unsure: 'unsure'
};
/** Where marks overlap, the graver one is seen. */
const GRAVITY: readonly Tone[] = ['met', 'remark', 'missed', 'unsure', 'broken'];

interface Mark {
	seq: number;
	start: number;
	end: number;
	tone: Tone;
	rule: RuleId;
}

function marksOf(reports: readonly Report[]): Mark[] {
	return reports.flatMap(({ rule, verdict, evidence, nearest }) => {
		const tone = TONES[verdict];
		if (tone === undefined) return [];
		const marks: Mark[] =
			tone === 'missed'
				? []
				: evidence.flatMap(({ seq, span }) => (span === undefined ? [] : [{ seq, ...span, tone, rule }]));
		if (nearest?.span !== undefined) marks.push({ seq: nearest.seq, ...nearest.span, tone: 'missed', rule });
		return marks;
	});
}

/** Cuts a message at every edge of a mark, so that overlapping marks lose nothing. */
function segmentsOf(text: string, marks: readonly Omit<Mark, 'seq'>[]): Segment[] {
	const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
		.filter((edge) => edge >= 0 && edge <= text.length)
		.sort((one, other) => one - other);
	return edges.slice(0, -1).map((start, index) => {
		const end = edges[index + 1]!;
		const here = marks.filter((mark) => mark.start <= start && mark.end >= end);
		const tone = here.reduce<Tone | null>(
			(gravest, mark) =>
				gravest === null || GRAVITY.indexOf(mark.tone) > GRAVITY.indexOf(gravest) ? mark.tone : gravest,
			null
		);
		return { text: text.slice(start, end), tone, rules: here.map(({ rule }) => rule) };
	});
}

function noteOf(report: Report, events: readonly LoggedEvent[]): MarginNote {
	const { rule, name, verdict, becauseText, ruleText, nearest, repair } = report;
	const event = nearest === null ? undefined : events[nearest.seq - 1];
	const text = event !== undefined && 'text' in event ? event.text : '';
	const quote = nearest?.span === undefined ? text : text.slice(nearest.span.start, nearest.span.end);
	const isHopeless = (verdict === 'missed' || verdict === 'broken') && repair === null && rule !== 'privacy';
	return {
		rule,
		name,
		tone: TONES[verdict] ?? 'met',
		text: isHopeless ? `${becauseText} Nothing could be done any more at that point.` : becauseText,
		ruleText,
		nearest: nearest === null || quote === '' ? null : { quote, lacked: nearest.lacked }
	};
}

function deskText(event: LoggedEvent, { facts }: Scorable, words: DeskWords): string | null {
	const { name, email } = facts.patron;
	switch (event.type) {
		case 'librarian.opened-tab':
			if (event.tab === 'info')
				return `You opened ${words.tabs.info}: ${email === null ? 'no e-mail was provided' : email}.`;
			return event.tab === 'policy' ? `You opened ${words.tabs.policy}.` : null;
		case 'librarian.noted':
			return `You noted: “${event.text}”`;
		case 'librarian.ended':
			return 'You ended the session.';
		case 'librarian.coded':
			return `You coded it ${words.codes[event.code]}.`;
		case 'patron.left':
			return event.how === 'said-goodbye'
				? `${name} has left the chat.`
				: 'The patron is no longer connected.';
		case 'patron.fell-silent':
			return `${name} has gone quiet.`;
		default:
			return null;
	}
}

function repairRow(
	repair: Repair,
	reports: readonly Report[],
	events: readonly LoggedEvent[],
	words: DeskWords
): Row {
	const { action, reply, after } = repair;
	const deed =
		action.kind === 'say'
			? 'Here was the moment.'
			: action.kind === 'open'
				? `Here was the moment to open ${words.tabs[action.tab]}.`
				: action.kind === 'note'
					? 'Here was the moment for a note.'
					: action.kind === 'code'
						? `The code would have been ${words.codes[action.code]}.`
						: `Here was the moment to wait.`;
	return {
		kind: 'repair',
		key: `repair-${after}-${reports.map(({ rule }) => rule).join('-')}`,
		deed,
		line: 'text' in action ? action.text : null,
		reply: reply === null || action.kind === 'wait' ? null : reply.text,
		mends: reports.map(({ name }) => name),
		notes: reports.filter(({ verdict }) => verdict === 'missed').map((report) => noteOf(report, events))
	};
}

/** Reports whose repair is the same deed at the same place stand in one box. */
function repairRows(
	reports: readonly Report[],
	events: readonly LoggedEvent[],
	words: DeskWords
): Map<number, Row[]> {
	const grouped = new Map<string, { repair: Repair; reports: Report[] }>();
	for (const report of reports) {
		if (report.repair === null) continue;
		const key = JSON.stringify([report.repair.after, report.repair.action]);
		const group = grouped.get(key) ?? { repair: report.repair, reports: [] };
		group.reports.push(report);
		grouped.set(key, group);
	}
	const rows = new Map<number, Row[]>();
	for (const { repair, reports: mended } of grouped.values())
		rows.set(repair.after, [...(rows.get(repair.after) ?? []), repairRow(repair, mended, events, words)]);
	return rows;
}

/** Where a report's note belongs: beside the last of its evidence; null where its repair brings it along. */
function placeOf(
	{ verdict, evidence, nearest, repair }: Report,
	events: readonly LoggedEvent[]
): number | null {
	if (verdict === 'missed') return repair === null ? (nearest?.seq ?? events.length) : null;
	return (evidence.findLast(({ span }) => span !== undefined) ?? evidence.at(-1))?.seq ?? events.length;
}

/** The session as a marked manuscript: every line in order, with its marks, notes, and what would have helped where. */
export function manuscript(session: Scorable, debrief: Debrief, from: string, words: DeskWords): Row[] {
	const { takeover, events, facts } = session;
	const noted = debrief.reports.filter(({ verdict }) => TONES[verdict] !== undefined);
	const marks = marksOf(noted);
	const repairs = repairRows(debrief.reports, events, words);
	const notes = new Map<number, MarginNote[]>();
	const add = (seq: number, note: MarginNote) => notes.set(seq, [...(notes.get(seq) ?? []), note]);
	for (const report of noted) {
		const seq = placeOf(report, events);
		if (seq !== null) add(seq, noteOf(report, events));
	}
	for (const { seq, text } of debrief.remarks)
		add(seq, { rule: null, name: 'A word', tone: 'remark', text, ruleText: '', nearest: null });

	const rows: Row[] = [
		{ kind: 'desk', key: 'before', text: `Earlier, with ${from}`, isBreak: false, notes: [] }
	];
	takeover.forEach(({ who, text }, index) =>
		rows.push({
			kind: 'message',
			key: `before-${index}`,
			side: who,
			who: who === 'patron' ? facts.patron.name : from,
			segments: [{ text, tone: null, rules: [] }],
			isFinding: false,
			notes: []
		})
	);
	rows.push({
		kind: 'desk',
		key: 'takeover',
		text: `You took over from ${from}`,
		isBreak: true,
		notes: notes.get(0) ?? []
	});
	rows.push(...(repairs.get(0) ?? []));
	for (const event of events) {
		const key = String(event.seq);
		const beside = notes.get(event.seq) ?? [];
		if (
			event.type === 'patron.said' ||
			event.type === 'librarian.said' ||
			event.type === 'librarian.sent-finding'
		) {
			const side = event.type === 'patron.said' ? 'patron' : 'librarian';
			const here = marks.filter(({ seq }) => seq === event.seq);
			rows.push({
				kind: 'message',
				key,
				side,
				who: side === 'patron' ? facts.patron.name : 'You',
				segments: segmentsOf(event.text, here),
				isFinding: event.type === 'librarian.sent-finding',
				notes: beside
			});
		} else {
			const text = deskText(event, session, words);
			if (text !== null || beside.length > 0)
				rows.push({
					kind: 'desk',
					key,
					text: text ?? '',
					isBreak: event.type === 'librarian.ended',
					notes: beside
				});
		}
		rows.push(...(repairs.get(event.seq) ?? []));
	}
	return rows;
}
