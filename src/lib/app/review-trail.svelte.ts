/** The chat that was done last, so that "done" can be taken back from the chat after it. */
export interface Step {
	/** Id of the chat. */
	id: string;
	/** The entries with which it was done. */
	entries: readonly string[];
}

class ReviewTrail {
	last = $state.raw<Step | null>(null);

	remember(step: Step): void {
		this.last = step;
	}

	/** What is to be taken back; it is taken back once. */
	take(): Step | null {
		const step = this.last;
		this.last = null;
		return step;
	}
}

export const reviewTrail = new ReviewTrail();
