import type { Outcome } from '#lib/storage/failure.ts';
import type { AttemptStore } from '#lib/storage/port.ts';

/** A setting of this computer: several people may share it. */
const KEY = 'at-desk';

/** Id of who is at the desk; null where nobody has said. */
export async function whoIsAtDesk(store: AttemptStore): Promise<string | null> {
	const settings = await store.listSettings();
	const kept = settings.ok ? settings.value.items.find(({ key }) => key === KEY)?.value : undefined;
	return typeof kept === 'string' && kept !== '' ? kept : null;
}

export const takeDesk = (store: AttemptStore, id: string | null): Promise<Outcome<null>> =>
	store.saveSetting(KEY, id);
