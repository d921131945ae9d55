import { describe, expect, test } from 'vitest';
import { affairOf, FOLLOW_UP_REGIONS, type SessionDeed } from '#lib/domain/follow-up.ts';
import type { Filing } from './follow-up.machine.ts';
import { walkFollowUp, type DatedDeed } from './walk.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const filing: Filing = {
	list: 'New',
	address: 'in-transcript',
	isPromised: true,
	hasDeadline: false,
	isNoteTheTask: false
};
const open = { isNeedMet: false, hasRefused: false, hasAddress: true };

/** One deed an hour. */
const hourly = (...deeds: (SessionDeed | [SessionDeed, boolean])[]): DatedDeed[] =>
	deeds.map((one, index) => {
		const [deed, isPatrons] = Array.isArray(one) ? one : [one, true];
		return { at: (index + 1) * HOUR, deed, isPatrons };
	});
const walk = (over: Partial<Filing>, deeds: DatedDeed[], now = 30 * DAY, deadlineAt: number | null = null) =>
	walkFollowUp(
		{ ...filing, hasDeadline: deadlineAt !== null, ...over },
		{ codedAt: 0, deadlineAt },
		deeds,
		now
	);

const takeUp = { deed: 'took-up' } as const;
const putIn = { deed: 'put-in-address', address: 'a@example.org' } as const;
const reply = { deed: 'replied', text: 'Here it is.' } as const;
const reject = { deed: 'rejected', note: 'Miscoded.' } as const;
const close = { deed: 'closed' } as const;

describe('a session at the follow-up desk', () => {
	test('whose address stands only in the transcript takes no reply until it is put in, and then is answered', () => {
		const before = walk({}, hourly(takeUp, reply));
		expect(before.can).toMatchObject({ replied: false, 'put-in-address': true });
		expect(before.standing).toMatchObject({ list: 'active', mail: 'unsent', promise: 'open' });
		const after = walk({}, hourly(takeUp, putIn, reply));
		expect(after.standing).toMatchObject({ list: 'answered', mail: 'arrived', promise: 'kept' });
		expect(affairOf(after.standing, open)).toBe('answered');
	});

	test('with no address takes no reply at all, and closing it breaks the promise', () => {
		const walked = walk({ address: 'none' }, hourly(takeUp, reply, close));
		expect(walked.history.map(({ what }) => what.deed)).toEqual(['took-up', 'closed']);
		expect(walked.standing).toMatchObject({ list: 'closed', mail: 'unsent', promise: 'broken' });
		expect(affairOf(walked.standing, { ...open, hasAddress: false })).toBe('nobody-to-write-to');
	});

	test('is worked on only after it was taken up', () => {
		expect(walk({ address: 'listed' }, []).can).toEqual({
			'took-up': true,
			'put-in-address': false,
			replied: false,
			rejected: false,
			closed: false
		});
	});

	test('to a wrong address is under way for less than an hour, and then comes back to Active', () => {
		const deeds = hourly(takeUp, reply);
		const onItsWay = walk({ address: 'listed-wrong' }, deeds, 3 * HOUR - 1);
		expect(affairOf(onItsWay.standing, open)).toBe('under-way');
		const back = walk({ address: 'listed-wrong' }, deeds, 3 * HOUR);
		expect(back.standing).toMatchObject({ list: 'active', mail: 'came-back', promise: 'open' });
		expect(back.can.replied).toBe(true);
	});

	test('that came back is answered once the right address is put in, and comes back again with a wrong one', () => {
		const start = [takeUp, reply] as const;
		const right = walk({ address: 'listed-wrong' }, hourly(...start, putIn, reply));
		expect(right.standing).toMatchObject({ list: 'answered', mail: 'arrived' });
		const wrong = walk({ address: 'listed-wrong' }, hourly(...start, [putIn, false], reply));
		expect(wrong.standing).toMatchObject({ list: 'active', mail: 'came-back' });
	});

	test.for(['Answered', 'Closed'] as const)('in %s comes back to New by a Reject', (list) => {
		const lying = walk({ list, address: 'listed' }, []);
		expect(affairOf(lying.standing, open)).toBe('unseen');
		const fetched = walk({ list, address: 'listed' }, hourly(reject, takeUp, reply));
		expect(fetched.standing).toMatchObject({ list: 'answered', mail: 'arrived' });
	});

	test('in Pending is with the librarian who chatted, and can be taken up or rejected', () => {
		const pending = walk({ list: 'Pending', address: 'listed' }, []);
		expect(affairOf(pending.standing, open)).toBe('waits');
		expect(pending.can).toMatchObject({ 'took-up': true, rejected: true, replied: false });
	});

	test('can’t be rejected once its reply is out', () => {
		expect(walk({ address: 'listed' }, hourly(takeUp, reply)).can.rejected).toBe(false);
	});

	test('is too late from the moment after its last day, and the promise is broken by then', () => {
		const at = (now: number, deeds: DatedDeed[] = []) => walk({ address: 'listed' }, deeds, now, 2 * DAY);
		expect(affairOf(at(2 * DAY - 1).standing, open)).toBe('waits');
		expect(affairOf(at(2 * DAY).standing, open)).toBe('too-late');
		expect(at(2 * DAY).standing.promise).toBe('broken');
		const late = hourly(takeUp, reply).map((one) => ({ ...one, at: one.at + 2 * DAY }));
		const answered = at(9 * DAY, late);
		expect(affairOf(answered.standing, open)).toBe('answered-late');
		expect(answered.standing.promise).toBe('kept-late');
	});

	test('answered in time stays so when its last day is over', () => {
		const walked = walk({ address: 'listed' }, hourly(takeUp, reply), 9 * DAY, 2 * DAY);
		expect(walked.standing).toMatchObject({ deadline: 'met', promise: 'kept' });
		expect(walked.nextAt).toBeNull();
	});

	test('with a note that is the task has it read when it is taken up', () => {
		const met = { ...open, isNeedMet: true };
		expect(affairOf(walk({ isNoteTheTask: true }, []).standing, met)).toBe('note-unread');
		expect(affairOf(walk({ isNoteTheTask: true }, hourly(takeUp, close)).standing, met)).toBe('note-read');
	});

	test('closed by mistake and rejected in time can still keep its promise', () => {
		const walked = walk({ address: 'listed' }, hourly(takeUp, close, reject, takeUp, reply));
		expect(walked.standing).toMatchObject({ promise: 'kept', list: 'answered' });
	});
});

test('the machine has the regions and states that the domain lists, and no others', () => {
	const { standing } = walk({}, []);
	expect(Object.keys(standing).sort()).toEqual(Object.keys(FOLLOW_UP_REGIONS).sort());
});
