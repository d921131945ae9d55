import type { RuleId } from '#lib/domain/step.ts';

export type Tone = 'met' | 'missed' | 'broken' | 'unsure' | 'remark';

/** How a verdict is named; the shape goes with the word, never the colour alone. */
export const TONE_WORDS: Readonly<Record<Tone, { word: string; shape: string }>> = {
	met: { word: 'Met', shape: '✓' },
	missed: { word: 'Missed', shape: '○' },
	broken: { word: 'Red line', shape: '✕' },
	unsure: { word: 'Unsure', shape: '?' },
	remark: { word: 'Remark', shape: '·' }
};

export interface Segment {
	text: string;
	tone: Tone | null;
	rules: readonly RuleId[];
}

export interface Note {
	rule: RuleId | null;
	name: string;
	tone: Tone;
	text: string;
	ruleText: string;
	nearest: { quote: string; lacked: string } | null;
}
