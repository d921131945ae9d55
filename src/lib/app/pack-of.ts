import type { AttemptHeader } from '#lib/domain/attempt.ts';
import type { Pack } from '#lib/domain/pack.ts';
import { DEFAULT_PACK, packById } from '#lib/scenarios/bank.ts';

/** The policy pack that an attempt was played with: of the bank, or the house rules that it carries; else the default. */
export function packOf({ pack, desk }: Pick<AttemptHeader, 'pack' | 'desk'>): Pack {
	const own = desk?.pack.id === pack ? desk.pack : undefined;
	return packById(pack) ?? own ?? packById(DEFAULT_PACK)!;
}
