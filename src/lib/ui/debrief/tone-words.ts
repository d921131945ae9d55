import type { Tone } from '#lib/domain/manuscript-row.ts';

/** How a verdict is named; the shape goes with the word, never the colour alone. */
export const TONE_WORDS: Readonly<Record<Tone, { word: string; shape: string }>> = {
	met: { word: 'Met', shape: '✓' },
	missed: { word: 'Missed', shape: '○' },
	broken: { word: 'Red line', shape: '✕' },
	unsure: { word: 'Unsure', shape: '?' },
	remark: { word: 'Remark', shape: '·' }
};
