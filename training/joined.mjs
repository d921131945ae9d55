/** Messages of two writers said in one breath: chat has many acts in a message more often than those who write examples. */

/** A joined message is no longer than this; people break off earlier. */
const LONGEST = 240;
const ENDS_IN_A_MARK = /[.!?]$/;
const JOINTS = ['. ', ', ', ' ', ' - ', '.. ', ' and '];
const MARK_LEFT_OUT = 0.3;

/** @typedef {Pick<import('./messages.mjs').LabelledMessage, 'text' | 'context' | 'acts'>} Message */

/**
 * Up to `tries` messages, each of two drawn by chance that share no act; the first one's patron spoke before.
 * @param {Message[]} written @param {number} tries @param {() => number} chance @returns {Message[]}
 */
export function joinedOf(written, tries, chance) {
	const pick = (/** @type {any[]} */ list) => list[Math.floor(chance() * list.length)];
	/** @type {Message[]} */
	const all = [];
	for (let i = 0; i < tries; i++) {
		/** @type {[Message, Message]} */
		const [one, other] = [pick(written), pick(written)];
		const tooLong = one.text.length + other.text.length > LONGEST;
		if (tooLong || Object.keys(other.acts).some((act) => act in one.acts)) continue;
		const first = chance() < MARK_LEFT_OUT ? one.text.replace(/[.!?]+$/, '') : one.text;
		const joint = ENDS_IN_A_MARK.test(first) ? ' ' : pick(JOINTS);
		const shift = first.length + joint.length;
		/** @type {Message['acts']} */
		const acts = {};
		for (const [act, [start, end]] of Object.entries(one.acts))
			acts[act] = [start, Math.min(end, first.length)];
		for (const [act, [start, end]] of Object.entries(other.acts)) acts[act] = [start + shift, end + shift];
		all.push({ text: first + joint + other.text, context: one.context, acts });
	}
	return all;
}
