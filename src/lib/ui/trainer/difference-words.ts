import type { Difference, RuleChange } from '#lib/domain/difference.ts';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { RED_LINES } from '#lib/domain/step.ts';

const chats = (count: number): string => (count === 1 ? '1 chat' : `${count} chats`);
const verb = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function changeInWords({ rule, gained, lost, otherwise }: RuleChange): string {
	const { name } = RULE_WORDS[rule];
	const isLine = (RED_LINES as readonly string[]).includes(rule);
	return [
		gained > 0 &&
			(isLine ? `${verb(gained, 'keeps', 'keep')} ${name}` : `${verb(gained, 'gains', 'gain')} ${name}`),
		lost > 0 &&
			(isLine
				? `${verb(lost, 'no longer keeps', 'no longer keep')} ${name}`
				: `${verb(lost, 'loses', 'lose')} ${name}`),
		otherwise > 0 && `${verb(otherwise, 'is', 'are')} judged otherwise on ${name}`
	]
		.filter((part) => part !== false)
		.join(', ');
}

/** The difference as it is read aloud: how many chats change, then what changes, rule by rule. */
export function differenceInWords({ of, changed, rules, passes }: Difference): string[] {
	if (changed === 0) return [`None of ${chats(of)} changes.`];
	const lines = [`${verb(changed, 'chat changes', 'chats change')}, of ${of}.`];
	lines.push(...rules.map((change) => `${changeInWords(change)}.`));
	if (passes.gained + passes.lost > 0)
		lines.push(
			`${verb(passes.gained, 'passes', 'pass')} that did not, ${verb(passes.lost, 'fails', 'fail')} that passed.`
		);
	return lines;
}
