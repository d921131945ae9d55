import type { ArchiveFailure } from './archive-failure.ts';
import type { Outcome } from './failure.ts';

/** Stands first in a packed text and says how the rest is packed: deflated (RFC 1951), in base64url. */
const MARK = 'z1.';

/**
 * Characters of a packed text, and of what it may unpack to. A desk of a library or an assignment has some thousand; a
 * text that claims to be a thousand times its size is not unpacked to its end.
 */
const LONGEST_PACKED = 200_000;
const LONGEST_UNPACKED = 1_000_000;

const refused = (code: ArchiveFailure['code'], problem: string): { ok: false; failure: ArchiveFailure } => ({
	ok: false,
	failure: { code, problems: [problem] }
});

async function gathered(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
	const reader = stream.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		length += read.value.length;
		if (length > most) {
			await reader.cancel();
			return null;
		}
		chunks.push(read.value);
	}
	const all = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}

/** A stream of these bytes. What goes wrong on the way is told to whoever reads. */
const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
	new Blob([bytes]).stream();

/** A text made short enough to stand in an address: letters, digits, `-`, `_` and `.` only. */
export async function packed(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	const short = await gathered(
		streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')),
		Number.POSITIVE_INFINITY
	);
	const letters = Array.from(short ?? [], (byte) => String.fromCharCode(byte)).join('');
	return MARK + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text that was packed; why there is none where it was not packed by us, is broken, or is out of all measure. */
export async function unpacked(given: string): Promise<Outcome<string, ArchiveFailure>> {
	if (given.length > LONGEST_PACKED) return refused('too-large', `It has ${given.length} characters`);
	if (!given.startsWith(MARK)) return refused('not-an-archive', `It does not begin with ${MARK}`);
	const body = given.slice(MARK.length);
	if (!/^[\w-]+$/.test(body)) return refused('damaged', 'It holds characters that do not belong there');
	try {
		const letters = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
		const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
		const long = await gathered(
			streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')),
			LONGEST_UNPACKED
		);
		if (long === null) return refused('too-large', `It unpacks to more than ${LONGEST_UNPACKED} characters`);
		return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(long) };
	} catch {
		return refused('damaged', 'It breaks off, or was changed on the way');
	}
}
