import type { Act } from '#lib/domain/act.ts';
import { triggersOf } from './trigger.ts';

/** One way of saying an act, within one sentence. */
export interface Rule {
	act: Act;
	/** How often it is right where it fires, measured on writers whose messages it was not written from. */
	confidence: number;
	/** The deciding words, with the space before them: where it ends is where the next one begins. */
	when: RegExp;
	/** Words of which a sentence must hold one for `when` to match; null where any sentence may. */
	triggers: readonly string[] | null;
	/** Words anywhere in the sentence that make it something else. */
	unless: RegExp | undefined;
	/** true: only in a question; false: only outside one. */
	asks: boolean | undefined;
	/** What the patron must have said before. */
	after: RegExp | undefined;
}

interface Conditions {
	unless?: string;
	asks?: boolean;
	after?: string;
	confidence?: number;
}

/** Where a rule says nothing else: it is right nineteen times out of twenty. */
const USUAL_CONFIDENCE = 0.95;

/** Words that stand for a class in the patterns below, so that each class is listed once. */
const CLASSES: Record<string, string> = {
	EMAIL: '(?:email|@address|address|mailbox|inbox|email address)',
	OURS: '(?:someone|somebody|staff|librarian|librarians|colleague|specialist|expert|archivist|team|branch|library|folks|people|department|desk|they|she|he|we|i|one of (?:our|their|the) \\S+)',
	PARCEL: '(?:question|request|query|this|it|that|you|inquiry|enquiry|chat|details|everything|transcript)',
	TALK: '(?:chat|session|conversation|window|line|connection|call|this|things|here|consultation|it|us)',
	DAYSPAN: '(?:day|days|week|weeks|weekday|weekdays|hours|month|fortnight)',
	DAYNAME:
		'(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|weekend|the weekend|week|next week|the end of|end of|close of business)',
	COUNT: '(?:\\d[\\d.,:/-]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|couple|few|several|some)',
	MORE: '(?:more|else|further|other|others|another|additional|extra)',
	OTHERS:
		'(?:library|branch|desk|office|them|clerk|court|courthouse|department|society|archive|archives|museum|registrar|store|shop|bank|school|teacher|professor|doctor|lawyer|helpline|hotline|company|county|city|state|agency|publisher|helpdesk|help desk|circulation|front|her|him|in person)'
};

/**
 * From the short notation to a regular expression over a sentence's line: `~` stands for up to three words,
 * `~~` for up to seven words and commas, capitals for a class above. Gaps are bounded: time stays linear.
 */
function compiled(source: string): RegExp {
	const spelled = source.replace(/~~/g, '(?: [^ ]+){0,7}?').replace(/~/g, '(?: [^ ,;:()"]+){0,3}?');
	return new RegExp(` (?:${spelled})(?= )`, 'u');
}

const spelledOut = (source: string): string =>
	source.replace(/\b[A-Z]{4,}\b/g, (name) => CLASSES[name] ?? name);

export const rule = (act: Act, when: string, conditions: Conditions = {}): Rule => ({
	act,
	confidence: conditions.confidence ?? USUAL_CONFIDENCE,
	when: compiled(spelledOut(when)),
	triggers: triggersOf(spelledOut(when)),
	unless: conditions.unless === undefined ? undefined : compiled(spelledOut(conditions.unless)),
	asks: conditions.asks,
	after: conditions.after === undefined ? undefined : compiled(spelledOut(conditions.after))
});
