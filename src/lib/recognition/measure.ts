import { ACTS, type Act, type Heard } from '#lib/domain/act.ts';

/** One message with what a careful reader found in it and what was heard. */
export interface Judged {
	message: { id: string; context: string; text: string };
	there: readonly Act[];
	heard: readonly Heard[];
}

interface ActFigures {
	act: Act;
	precision: number;
	recall: number;
	f1: number;
	/** In how many messages it was heard, and in how many it is. */
	heard: number;
	there: number;
}

export interface Figures {
	perAct: ActFigures[];
	/** The plain mean of the F1 of all acts that are there or were heard. */
	macroF1: number;
	/** How often an act was missed in a message in which another was invented, most frequent first. */
	confusions: { there: Act; heard: Act; count: number }[];
	/** Messages with a fault, most wrong first (number of faults, then confidence in what was invented). */
	worst: { message: Judged['message']; missed: Act[]; invented: Act[] }[];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** How well messages were heard. */
export function measure(judged: readonly Judged[]): Figures {
	const faults = judged.map(({ message, there, heard }) => {
		const acts = heard.map(({ act }) => act);
		const invented = heard.filter(({ act }) => !there.includes(act));
		return {
			message,
			missed: there.filter((act) => !acts.includes(act)),
			invented: invented.map(({ act }) => act),
			sureness: invented.reduce((sum, { confidence }) => sum + confidence, 0)
		};
	});
	const perAct = ACTS.map((act) => {
		const there = judged.filter((one) => one.there.includes(act)).length;
		const heard = judged.filter((one) => one.heard.some((entry) => entry.act === act)).length;
		const missed = faults.filter((fault) => fault.missed.includes(act)).length;
		const right = there - missed;
		return {
			act,
			precision: share(right, heard),
			recall: share(right, there),
			f1: share(2 * right, heard + there),
			heard,
			there
		};
	});
	const measured = perAct.filter(({ heard, there }) => heard + there > 0);
	const counts = new Map<string, { there: Act; heard: Act; count: number }>();
	for (const { missed, invented } of faults) {
		for (const there of missed) {
			for (const heard of invented) {
				const entry = counts.get(`${there} ${heard}`) ?? { there, heard, count: 0 };
				entry.count++;
				counts.set(`${there} ${heard}`, entry);
			}
		}
	}
	return {
		perAct,
		macroF1: share(
			measured.reduce((sum, { f1 }) => sum + f1, 0),
			measured.length
		),
		confusions: [...counts.values()].sort((a, b) => b.count - a.count),
		worst: faults
			.map((fault) => ({ ...fault, wrong: fault.missed.length + fault.invented.length }))
			.filter(({ wrong }) => wrong > 0)
			.sort((a, b) => b.wrong - a.wrong || b.sureness - a.sureness)
	};
}
