import type { Tab } from '#lib/domain/facts.ts';

/** What a narrow screen shows at a time: the chat, or one of the side tabs. */
export type Pane = 'chat' | Tab;

export const TAB_NAMES: Readonly<Record<Tab, string>> = {
	scripts: 'Scripts',
	info: 'Info',
	policy: 'Policy',
	found: 'Found',
	notes: 'Notes'
};
