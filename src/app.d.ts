declare global {
	namespace App {
		/** What stands in the history beside an address. */
		interface PageState {
			/** Id of the chat that a trainer went on to. */
			chat?: string;
		}
	}
}

export {};
