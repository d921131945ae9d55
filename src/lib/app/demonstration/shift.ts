import { chance, pick } from '#lib/domain/chance.ts';
import type { ResolutionCode } from '#lib/domain/code.ts';
import type { LoggedEvent } from '#lib/domain/event.ts';
import { addressIn } from '#lib/domain/log-facts.ts';
import type { LibrarianAction, Scenario } from '#lib/scenarios/scenario.ts';
import { ANYBODYS_LINES, ANYBODYS_SLIPS } from './anybodys-lines.ts';
import { NEVER, type Occasion, type Person, type Slip } from './habit.ts';

/** A patient librarian waits for a quiet patron as long as a 24/7 desk asks for. */
const PATIENT_S = 300;
/** And one who is not waits a minute. */
const IMPATIENT_S = 60;
/** So long one reads elsewhere before one notices that no answer comes; a patron counts as silent by then. */
const LOOKS_UP_S = 120;
/** A patron who brings more than this many needs is nobody in the bank; the loop must end all the same. */
const MOST_NEEDS = 3;

type Turn = Generator<LibrarianAction, void, readonly LoggedEvent[]>;

/** One chat as one person closes it: what the person does next depends on the patron, and on the person's habits. */
export class Shift {
	readonly #scenario: Scenario;
	readonly #person: Person;
	readonly #seed: number;
	/** How far the person has come, from 0 in the first attempt to 1 in the last. */
	readonly #progress: number;
	#log: readonly LoggedEvent[] = [];
	readonly #sent = new Set<string>();
	#isOver = false;
	#hasPromised = false;

	constructor(scenario: Scenario, person: Person, seed: number, progress: number) {
		this.#scenario = scenario;
		this.#person = person;
		this.#seed = seed;
		this.#progress = progress;
	}

	*[Symbol.iterator](): Turn {
		yield* this.#say('hello');
		if (this.#scenario.facts.local && !this.#does('leaves-policy-shut')) yield* this.#do({ open: 'policy' });
		for (let need = 0; need < MOST_NEEDS; need++) {
			const known = this.#asked;
			yield* this.#answer();
			if (this.#isDue) yield* this.#arrange();
			if (need === 0 && this.#does('says-goodbye-first')) yield* this.#goodbye(` ${this.#words('check')}`);
			else if (!this.#does('forgets-check') && !this.#said('satisfied')) yield* this.#say('check');
			if (this.#asked === known) break;
		}
		if (!this.#does('forgets-goodbye') && !this.#does('says-goodbye-first')) yield* this.#goodbye();
		yield* this.#leave();
	}

	/** Whether a habit shows in this chat: once asked, the same to its end. */
	#does(slip: Slip): boolean {
		const [first, last] = this.#person.slips[slip] ?? ANYBODYS_SLIPS[slip] ?? NEVER;
		return chance(this.#seed, 'slip', slip) < first + (last - first) * this.#progress;
	}

	#words(occasion: Occasion): string {
		const { facts, info } = this.#scenario;
		const lines = this.#person.lines[occasion] ?? ANYBODYS_LINES[occasion];
		const filled: Readonly<Record<string, string>> = {
			patron: facts.patron.name.split(' ')[0] ?? facts.patron.name,
			library: facts.library.name,
			email: facts.patron.email ?? '',
			question: info.firstQuestion,
			fyi: facts.fyi?.reason ?? ''
		};
		return pick(lines, chance(this.#seed, 'line', occasion)).replace(
			/\{(\w+)\}/g,
			(whole, name: string) => filled[name] ?? whole
		);
	}

	/** How often the patron has brought something new. */
	get #asked(): number {
		return this.#log.filter((event) => event.type === 'patron.said' && event.does.includes('asks-more'))
			.length;
	}

	#said(deed: 'satisfied' | 'refuses'): boolean {
		return this.#log.some((event) => event.type === 'patron.said' && event.does.includes(deed));
	}

	get #isGone(): boolean {
		return this.#log.some(({ type }) => type === 'patron.left');
	}

	get #isSilent(): boolean {
		const last = this.#log.findLast(({ type }) => type === 'patron.said' || type === 'patron.fell-silent');
		return last?.type === 'patron.fell-silent';
	}

	get #isMet(): boolean {
		const { need, findings } = this.#scenario.facts;
		return this.#log.reduce((isMet, event) => {
			if (event.type === 'librarian.sent-finding') return isMet || (findings[event.finding]?.meets ?? false);
			return event.type === 'patron.said' && event.does.includes('asks-more') ? false : isMet;
		}, need === 'met');
	}

	get #isDue(): boolean {
		return !this.#isMet && this.#log.some(({ type }) => type === 'follow-up.fell-due');
	}

	get #hasAddress(): boolean {
		const { facts, takeover } = this.#scenario;
		return addressIn(facts, takeover, this.#log) !== null;
	}

	*#do(action: LibrarianAction): Turn {
		if (this.#isOver) return;
		const before = this.#log.length;
		this.#log = yield action;
		const wantsAnswer = 'send' in action || ('say' in action && action.say.includes('?'));
		const hasAnswer = this.#log
			.slice(before)
			.some(({ type }) => type === 'patron.said' || type === 'patron.left');
		// Whoever has asked something looks up from the screen when nothing comes.
		if (wantsAnswer && !hasAnswer) this.#log = yield { wait: LOOKS_UP_S };
		if (this.#isGone) this.#isOver = true;
		else if (this.#isSilent) yield* this.#waitFor();
	}

	*#say(occasion: Occasion): Turn {
		yield* this.#do({ say: this.#words(occasion) });
	}

	/** The patron does not write any more. */
	*#waitFor(): Turn {
		if (this.#does('leaves-silent-patron')) {
			this.#log = yield { wait: IMPATIENT_S };
			this.#isOver = this.#isGone || this.#isSilent;
			return;
		}
		for (const occasion of ['still-there', 'will-end'] as const) {
			this.#log = yield { say: this.#words(occasion) };
			this.#log = yield { wait: occasion === 'will-end' ? PATIENT_S : IMPATIENT_S };
			if (!this.#isSilent) break;
		}
		this.#isOver = this.#isGone || this.#isSilent;
	}

	/** Sends what answers; where nothing does, the best of what was found. */
	*#answer(): Turn {
		if (this.#isMet) return;
		const findings = Object.entries(this.#scenario.facts.findings).filter(([id]) => !this.#sent.has(id));
		const best = findings.find(([, { meets }]) => meets) ?? findings[0];
		if (best === undefined) return;
		this.#sent.add(best[0]);
		yield* this.#do({ send: best[0] });
	}

	/** Follow-up: the address, the date, what happens next. */
	*#arrange(): Turn {
		if (this.#does('brushes-off')) {
			yield* this.#say('brush-off');
			return;
		}
		if (!this.#does('leaves-info-shut')) yield* this.#do({ open: 'info' });
		if (!this.#does('forgets-address')) yield* this.#askForAddress();
		if (this.#does('asks-card-number')) yield* this.#say('ask-card-number');
		if (this.#said('refuses')) {
			if (!this.#does('forgets-way-out')) yield* this.#say('way-out');
			return;
		}
		const isDateKnown = this.#log.some(
			(event) => event.type === 'patron.said' && event.gives.deadline !== undefined
		);
		if (!isDateKnown && !this.#does('forgets-deadline')) yield* this.#say('ask-deadline');
		// A patron may have declined meanwhile, or have gone: then nothing was promised.
		if (this.#isOver) return;
		this.#hasPromised = true;
		yield* this.#say(this.#does('promises-only') ? 'promise-only' : 'next-steps');
	}

	*#askForAddress(): Turn {
		const isOnFile = this.#scenario.facts.patron.email !== null;
		if (isOnFile && !this.#does('leaves-info-shut')) yield* this.#say('verify-email');
		else if (!this.#hasAddress || isOnFile)
			yield* this.#say(this.#does('asks-without-reason') ? 'ask-email-bare' : 'ask-email');
		if (!this.#hasAddress && !this.#does('asks-without-reason')) yield* this.#say('say-why');
	}

	/** The Goodbye of the patron's library, or words of one's own; `more` in the same message. */
	*#goodbye(more = ''): Turn {
		const script = this.#scenario.facts.library.goodbye;
		if (script === null || this.#does('types-own-goodbye'))
			yield* this.#do({ say: this.#words('own-goodbye') + more });
		else yield* this.#do({ script: 'goodbye', ...(more === '' ? {} : { edited: script + more }) });
	}

	/** Note, end, code. */
	*#leave(): Turn {
		const { facts } = this.#scenario;
		if (!this.#does('forgets-note')) {
			if (facts.fyi !== null) yield { note: this.#words('note-fyi') };
			const isOpenForGood = !this.#isMet && (!this.#hasAddress || this.#said('refuses'));
			if (isOpenForGood && this.#code !== 'lost-call') yield { note: this.#words('note-open') };
		}
		const isInfoOpen = this.#log.some(
			(event) => event.type === 'librarian.opened-tab' && event.tab === 'info'
		);
		if (this.#code === 'follow-up-by-patrons-library' && !isInfoOpen && !this.#does('leaves-info-shut'))
			yield { open: 'info' };
		yield { end: true };
		yield { code: this.#code };
	}

	get #code(): ResolutionCode {
		const isQuiet = this.#isGone || this.#isSilent;
		if (isQuiet && !this.#isMet && this.#does('codes-lost-call')) return 'lost-call';
		if (this.#isMet) return 'answered';
		if (this.#hasAddress && !this.#said('refuses'))
			return this.#does('codes-answered-all-the-same') ? 'answered' : 'follow-up-by-patrons-library';
		if (this.#hasPromised && this.#does('codes-follow-up-all-the-same'))
			return 'follow-up-by-patrons-library';
		const firstLine = this.#log.find(({ type }) => type === 'librarian.said')?.seq ?? 0;
		const hasExchanged = this.#log.some(({ type, seq }) => type === 'patron.said' && seq > firstLine);
		return isQuiet && !hasExchanged ? 'lost-call' : 'answered';
	}
}
