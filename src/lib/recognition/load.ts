import type { ModelFile } from './model.ts';
import type { Recogniser } from './recogniser.ts';
import { rulesRecogniser } from './rules.ts';

/**
 * The best recogniser that can be had. The model is a chunk of its own, fetched only here. Where it cannot be
 * loaded, the rules answer alone; the version in the log says who answered.
 */
export async function loadRecogniser(): Promise<Recogniser> {
	try {
		const [{ learnedRecogniser }, { default: file }] = await Promise.all([
			import('./learned.ts'),
			import('./generated/model.json')
		]);
		return learnedRecogniser(file satisfies ModelFile);
	} catch {
		return { ...rulesRecogniser, version: `${rulesRecogniser.version}+no-model` };
	}
}
