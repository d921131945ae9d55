/** How often something was done, of how often it could have been. */
export interface Share {
	met: number;
	of: number;
}

/** Below this number a share says next to nothing about a person: no alarm is made of it. */
const FEW = 5;

/** From one of these shares on; whole-number fractions of what a trainer would say aloud. */
const RARELY = 0.5;
const SOMETIMES = 0.75;
const NEARLY_ALWAYS = 0.9;

export const LEVELS = ['too-few', 'rarely', 'sometimes', 'often', 'nearly-always'] as const;
export type Level = (typeof LEVELS)[number];

/** How often that is, in a word; `too-few` below five, whatever the share. */
export function levelOf({ met, of }: Share): Level {
	if (of < FEW) return 'too-few';
	const share = met / of;
	if (share < RARELY) return 'rarely';
	if (share < SOMETIMES) return 'sometimes';
	return share < NEARLY_ALWAYS ? 'often' : 'nearly-always';
}

/** The 97.5 % point of the normal distribution: half of what lies outside a 95 % interval lies above it. */
const Z = 1.96;

/** The 95 % interval of a share (Wilson 1927), from 0 to 1; null where there is nothing to go by. */
export function intervalOf({ met, of }: Share): { low: number; high: number } | null {
	if (of === 0) return null;
	const share = met / of;
	const middle = share + (Z * Z) / (2 * of);
	const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
	const scale = 1 + (Z * Z) / of;
	return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
