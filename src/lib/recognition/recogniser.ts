import type { Heard } from '#lib/domain/act.ts';

/** Whatever can say which acts a message of the librarian performs. */
export interface Recogniser {
	/** Goes into the log beside what was heard, so that an old log says who heard it. */
	readonly version: string;
	/**
	 * The acts heard in `text`, given the patron's message before it (empty if there was none): sorted by start,
	 * at most one entry per act, spans non-empty and inside the text. Pure; never throws, whatever the text.
	 */
	recognise(text: string, context: string): Heard[];
}
