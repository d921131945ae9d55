import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../scripts/json-schemas.mjs';

const schemas = await jsonSchemas();

describe('the JSON Schemas for editors', () => {
	test.for(schemas)(
		'%s is as the schemas of content say (npm run schemas writes it anew)',
		([file, text]) => {
			expect(readFileSync(file, 'utf8')).toBe(text);
		}
	);

	test('there are no others', () => {
		expect(readdirSync('schemas').map((name) => `schemas/${name}`)).toEqual(
			schemas.map(([file]) => file).sort()
		);
	});
});
