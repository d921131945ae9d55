import { canonical } from './canonical.ts';

/** SHA-256 of the canonical text in UTF-8, as `sha256:` and 64 hexadecimal digits; null where the page has no means for it. */
export async function checksumOf(value: unknown): Promise<string | null> {
	// Browsers give it to secure pages only.
	const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
	if (!subtle) return null;
	const digest = await subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)));
	return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
