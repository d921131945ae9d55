import type { Tab } from '#lib/domain/facts.ts';

/** What a narrow screen shows at a time: the chat, or one of the side tabs. */
export type Pane = 'chat' | Tab;
