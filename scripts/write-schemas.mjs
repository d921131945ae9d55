/** Writes the JSON Schemas of content for editors: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.mjs';
import { ROOT } from './root.mjs';

mkdirSync(join(ROOT, 'schemas'), { recursive: true });
for (const [file, text] of await jsonSchemas()) {
	writeFileSync(join(ROOT, file), text);
	console.log(file);
}
