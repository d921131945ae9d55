/** How the patron stands, as far as the desk can tell; after the end it can tell nothing. */
export type PatronState = 'present' | 'typing' | 'idle' | 'left' | 'gone' | 'ended';

/** The state in words. The desk is not always right about a broken connection, hence "maybe". */
export function patronStateWords(state: PatronState, silentMinutes: number): string {
	switch (state) {
		case 'typing':
			return 'typing';
		case 'idle':
			return `idle for ${Math.max(1, silentMinutes)} min`;
		case 'left':
			return 'has left';
		case 'gone':
			return 'maybe gone';
		case 'ended':
			return 'session ended';
		case 'present':
			return 'in the chat';
	}
}
