const WEEKDAY = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-US', {
	weekday: 'short',
	month: 'short',
	day: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hour12: false
});

/** A moment (milliseconds since 1970) as the desk writes it; a mission has days of the week, and no date. */
export const dayWords = (at: number, isMission: boolean): string => (isMission ? WEEKDAY : MOMENT).format(at);
