const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAYS_IN_WEEK = 7;
const NUMBERS: Readonly<Record<string, number>> = {
	a: 1,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6
};

/**
 * In how many days a date named in a chat is over, counted from the day of the chat (0 is that day itself); null
 * where the words name no day that can be counted from there, such as “the 30th” or “no hurry”.
 * `weekday` of the chat: 0 is Sunday. A weekday is the next one of its name, never the day of the chat itself.
 */
export function daysUntil(text: string, weekday: number): number | null {
	const words = text.toLowerCase();
	if (/\b(?:today|tonight|midnight|this (?:evening|afternoon))\b/.test(words)) return 0;
	if (/\btomorrow\b/.test(words)) return 1;
	const counted = /\b(\d{1,2}|a|one|two|three|four|five|six) (day|week)s?\b/.exec(words);
	if (counted !== null) {
		const number = NUMBERS[counted[1]!] ?? Number(counted[1]);
		return counted[2] === 'week' ? number * DAYS_IN_WEEK : number;
	}
	const named = WEEKDAYS.findIndex((name) => words.includes(name));
	if (named < 0) return null;
	const ahead = (named - weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK;
	return ahead === 0 ? DAYS_IN_WEEK : ahead;
}
