const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;
const STEP = 1000;

/** An amount of bytes as people say it: "3.2 MB". */
export function bytesInWords(bytes: number): string {
	let amount = bytes;
	let unit = 0;
	while (amount >= STEP && unit < UNITS.length - 1) {
		amount /= STEP;
		unit += 1;
	}
	const figures = unit === 0 || amount >= 100 ? amount.toFixed(0) : amount.toFixed(1);
	return `${figures} ${UNITS[unit]}`;
}
