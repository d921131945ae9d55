import type { Recogniser } from './recogniser.ts';
import { rulesRecogniser } from './rules.ts';

/** The best recogniser that can be had. Where the model cannot be loaded, the rules answer alone; its version says which. */
export async function loadRecogniser(): Promise<Recogniser> {
	return rulesRecogniser;
}
