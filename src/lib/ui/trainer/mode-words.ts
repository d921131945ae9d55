import type { Mode, Pace } from '#lib/domain/attempt.ts';

/** How a chat is played, as an assignment says it. */
export const MODE_WORDS: Readonly<Record<Mode, string>> = {
	guided: 'Guided: the coach says what stands open',
	practice: 'Practice: no hints',
	assessment: 'Assessment: no hints, no time travel, counted'
};

export const PACE_WORDS: Readonly<Record<Pace, string>> = {
	real: 'Real time',
	relaxed: 'Relaxed: the clock stands while it is your turn',
	stepped: 'Stepped: time passes only when it is let pass'
};
