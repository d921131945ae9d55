import { toJsonSchema } from '@valibot/to-json-schema';
import prettier from 'prettier';
import { RULE_WORDS } from '#lib/domain/rule-words.ts';
import { packFile } from '#lib/scenarios/pack-schema.ts';
import { libraryFile, scenarioFile } from '#lib/scenarios/scenario-schema.ts';
import { ROOT } from './root.mjs';
import { sameAs, WORDS } from './schema-words.mjs';

/** @typedef {import('@valibot/to-json-schema').JsonSchema} JsonSchema */
/** @typedef {keyof typeof WORDS} Kind */

const SOURCES = { scenario: scenarioFile, library: libraryFile, pack: packFile };
const TITLES = {
	scenario: 'A scenario of Closing Time',
	library: 'A library of Closing Time',
	pack: 'A policy pack of Closing Time'
};

/** A rule of scoring is described as everywhere else. @type {Readonly<Record<string, { rule: string }>>} */
const RULES = RULE_WORDS;

/**
 * Rewrites a schema so that an editor can help with it: references stand where they point to, names of a list are
 * fields with a description each.
 * @param {JsonSchema} schema
 * @param {string} place
 * @param {{ defs: Record<string, JsonSchema>, describe: (place: string) => string | undefined }} by
 * @returns {JsonSchema}
 */
function helpful(schema, place, by) {
	if (schema.$ref !== undefined) {
		const target = by.defs[schema.$ref.replace('#/$defs/', '')];
		if (target === undefined) throw new Error(`${place}: ${schema.$ref} points nowhere`);
		const { $ref: _, ...rest } = schema;
		return helpful({ ...target, ...rest }, place, by);
	}
	const { properties, additionalProperties, propertyNames, items, anyOf, ...rest } = schema;
	/** @type {JsonSchema} */
	const out = { ...rest };
	const description = by.describe(place);
	if (description !== undefined) out.description = description;
	if (anyOf) out.anyOf = anyOf.map((one) => branch(helpful(/** @type {JsonSchema} */ (one), place, by)));
	if (items) out.items = helpful(/** @type {JsonSchema} */ (items), `${place}[]`, by);
	/** @param {string} name */
	const inside = (name) => (place === '' ? name : `${place}.${name}`);
	const names = typeof propertyNames === 'object' ? propertyNames.enum : undefined;
	const known = names
		? Object.fromEntries(names.map((name) => [String(name), additionalProperties]))
		: properties;
	if (known)
		out.properties = Object.fromEntries(
			Object.entries(known).map(([name, one]) => [
				name,
				helpful(/** @type {JsonSchema} */ (one), inside(name), by)
			])
		);
	if (names || additionalProperties === false) out.additionalProperties = false;
	else if (typeof additionalProperties === 'object') {
		if (propertyNames) out.propertyNames = propertyNames;
		out.additionalProperties = helpful(additionalProperties, inside('*'), by);
	}
	return out;
}

/** One of several shapes says nothing of its own: the whole says it. @param {JsonSchema} schema */
function branch({ description: _, ...rest }) {
	return rest;
}

/**
 * @param {Kind} kind
 * @returns {JsonSchema}
 */
function schemaOf(kind) {
	const { $defs, $schema, ...schema } = toJsonSchema(SOURCES[kind], {
		// What is checked beyond the shape (an address, trimmed text) is told by the commands.
		errorMode: 'ignore',
		typeMode: 'input'
	});
	const words = WORDS[kind];
	const unused = new Set(Object.keys(words));
	/** @type {string[]} */
	const wordless = [];
	/** @param {string} place */
	const describe = (place) => {
		const at = sameAs(place);
		unused.delete(at);
		const word =
			words[at] ?? RULES[/(?:^|\.)(?:steps|redLines|points)\.([a-z-]+)$/.exec(at)?.[1] ?? '']?.rule;
		const isNamed = at !== '' && !at.endsWith('[]') && !at.endsWith('*');
		if (word === undefined && isNamed) wordless.push(place);
		return word;
	};
	const out = helpful(/** @type {JsonSchema} */ (schema), '', {
		defs: /** @type {Record<string, JsonSchema>} */ ($defs ?? {}),
		describe
	});
	if (wordless.length > 0) throw new Error(`scripts/schema-words.mjs says nothing of ${wordless.join(', ')}`);
	if (unused.size > 0)
		throw new Error(`scripts/schema-words.mjs describes no field: ${[...unused].join(', ')}`);
	return { $schema, title: TITLES[kind], ...out };
}

/**
 * The JSON Schemas of content for editors, as they are written to files: name of the file, its text.
 * @returns {Promise<[file: string, text: string][]>}
 */
export async function jsonSchemas() {
	const kinds = /** @type {Kind[]} */ (Object.keys(SOURCES));
	return Promise.all(
		kinds.map(async (kind) => {
			const file = `schemas/${kind}.schema.json`;
			const options = await prettier.resolveConfig(`${ROOT}/${file}`);
			const text = await prettier.format(JSON.stringify(schemaOf(kind)), { ...options, parser: 'json' });
			return /** @type {[string, string]} */ ([file, text]);
		})
	);
}
