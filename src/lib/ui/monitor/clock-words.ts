const MINUTE_MS = 60_000;

/** A time as a clock shows it: minutes and seconds, "4:07". */
export function clockWords(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const minutesIn = (ms: number): number => Math.floor(ms / MINUTE_MS);
