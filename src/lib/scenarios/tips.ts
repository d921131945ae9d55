import { tips } from 'virtual:tips';
import type { Tip } from '#lib/domain/tip.ts';

/** The quality tips, in the order in which they have their week. */
export const TIPS: readonly Tip[] = tips;
