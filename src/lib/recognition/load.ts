import type { ModelFile } from './model.ts';
import type { Recogniser } from './recogniser.ts';
import { rulesRecogniser } from './rules.ts';
import { warmUp, type Rest } from './warm-up.ts';

/**
 * The best recogniser that can be had. The model is a chunk of its own, fetched only here. Where it cannot be
 * loaded, the rules answer alone; the version in the log says who answered. With `rest` it hears the usual first.
 */
export async function loadRecogniser(rest?: Rest): Promise<Recogniser> {
	try {
		const [{ learnedRecogniser }, { default: file }] = await Promise.all([
			import('./learned.ts'),
			import('./generated/model.json')
		]);
		const recogniser = learnedRecogniser(file satisfies ModelFile);
		if (rest) await warmUp(recogniser, rest);
		return recogniser;
	} catch {
		return { ...rulesRecogniser, version: `${rulesRecogniser.version}+no-model` };
	}
}
