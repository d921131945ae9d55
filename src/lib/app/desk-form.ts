import type { EntryOf } from '#lib/domain/entry.ts';
import type { DeskDraft, OurDesk } from '#lib/domain/our-desk.ts';
import type { Pack, Waits } from '#lib/domain/pack.ts';
import { PACKS } from '#lib/scenarios/bank.ts';
import { readDesk } from '#lib/scenarios/desk-file.ts';
import type { World } from './world.ts';

/** Begins the ids of packs that are house rules, so that none can be taken for a pack of the bank. */
const HOUSE = 'house-';

/** The packs whose rules a desk can start from. */
export const HOUSE_PACKS: readonly Pack[] = PACKS;

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

const waitText = (ms: number): string =>
	ms >= MINUTE_MS && ms % (MINUTE_MS / 2) === 0 ? `${ms / MINUTE_MS} min` : `${ms / SECOND_MS} s`;

const waitTexts = ({ completeCheck, silence, present }: Waits): DeskDraft['waits'] => ({
	completeCheck: waitText(completeCheck),
	silence: waitText(silence),
	present: waitText(present)
});

/** The rules of a pack, as a form takes them. */
export const rulesDraft = ({
	waits,
	noteExcusesMissingEmail,
	codes
}: Pack): Pick<DeskDraft, 'waits' | 'noteExcusesMissingEmail' | 'codes'> => ({
	waits: waitTexts(waits),
	noteExcusesMissingEmail,
	codes: structuredClone(codes) as DeskDraft['codes']
});

/** A form with nothing in it but the rules of the default pack. */
export const emptyDraft = (): DeskDraft => ({
	name: '',
	shortName: '',
	goodbye: '',
	policy: [{ heading: '', text: '' }],
	...rulesDraft(PACKS[0]!)
});

export const draftOf = ({ name, shortName, goodbye, policy, pack }: OurDesk): DeskDraft => ({
	name,
	shortName,
	goodbye: goodbye ?? '',
	policy: policy.map((note) => ({ ...note })),
	...rulesDraft(pack)
});

/** What is wrong with a form, by the place of the field: `policy[0].text`, `pack.waits.silence`. */
export type DeskProblems = Readonly<Record<string, string>>;

/** Codes as files of packs have them: a word, or fields where there is a condition. */
const asWritten = (codes: DeskDraft['codes']) =>
	Object.fromEntries(
		Object.entries(codes).map(([situation, accepted]) => [
			situation,
			accepted.map(({ code, only }) => (only === undefined ? code : { code, only }))
		])
	);

/** Reads a form. A heading without text, both empty, is none. `earlier` is the desk that it changes. */
export function readDraft(
	draft: DeskDraft,
	{ id, earlier }: { id: string; earlier: OurDesk | null }
): { desk: OurDesk } | { problems: DeskProblems } {
	const { name, shortName, goodbye, policy, waits, noteExcusesMissingEmail } = draft;
	const { points, passMark } = earlier?.pack ?? PACKS[0]!;
	const version = (earlier?.pack.version ?? 0) + 1;
	const read = readDesk({
		name,
		shortName,
		goodbye: goodbye.trim() === '' ? null : goodbye,
		policy: policy.filter(({ heading, text }) => `${heading}${text}`.trim() !== ''),
		pack: {
			id,
			name: name.trim(),
			version,
			points,
			passMark,
			waits,
			noteExcusesMissingEmail,
			codes: asWritten(draft.codes)
		}
	});
	if (!Array.isArray(read)) return { desk: read };
	return {
		problems: Object.fromEntries(read.map(({ path, message }) => [path, message] as const).reverse())
	};
}

export const newDeskId = (world: World): string => `${HOUSE}${world.newId()}`;

/** The entry that keeps a desk, or a change of it. */
export const deskEntry = (desk: OurDesk, world: World): EntryOf<'our-desk'> => ({
	id: world.newId(),
	kind: 'our-desk',
	about: desk.pack.id,
	by: null,
	at: world.timestamp(),
	body: desk
});
