const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** The day of a moment (ISO 8601), as it is read. */
export const dayOf = (at: string): string => DAY.format(new Date(at));
