import type { Pack } from '#lib/domain/pack.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';

/** The rules that are in force where nobody has chosen others. */
export function defaultPack(): Pack {
	const pack = packById(DEFAULT_PACK);
	if (pack === undefined)
		throw new Error(`There is no pack “${DEFAULT_PACK}” among the packs that are shipped.`);
	return pack;
}
