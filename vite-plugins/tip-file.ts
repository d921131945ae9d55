import { lexer, type Token, type Tokens } from 'marked';
import { parseDocument } from 'yaml';
import type { TipFile } from '../src/lib/scenarios/tip-schema.ts';
import type { Problem } from '../src/lib/scenarios/problem.ts';
import type { TipBlock, TipRun } from '../src/lib/domain/tip.ts';

/** The head between two lines of hyphens, and the text below it. */
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;
/** A number in front of a file's name is its place. */
const NAME = /^(?:\d+-)?(.+)\.md$/;

/** A tip links to what it cites, and to nothing that a browser would run. */
const isPlainLink = (href: string): boolean => href.startsWith('https://');

class TipText {
	readonly problems: Problem[] = [];
	readonly #file: string;

	constructor(file: string) {
		this.#file = file;
	}

	#refuse(what: string): [] {
		this.problems.push({
			file: this.#file,
			path: '',
			message: `has ${what}, which a tip can’t have; paragraphs, lists, quotations, headings, **strong**, *stressed* and links to https:// can be shown`
		});
		return [];
	}

	runs(tokens: readonly Token[] = []): TipRun[] {
		return tokens.flatMap((token): TipRun[] => {
			switch (token.type) {
				case 'text':
				case 'escape':
					return 'tokens' in token && token.tokens
						? this.runs(token.tokens)
						: [{ is: 'text', text: (token as Tokens.Text).text }];
				case 'strong':
				case 'em':
					return [{ is: token.type, text: (token as Tokens.Strong).text }];
				case 'link': {
					const { href, text } = token as Tokens.Link;
					return isPlainLink(href) ? [{ is: 'link', text, href }] : this.#refuse(`a link to “${href}”`);
				}
				default:
					return this.#refuse(`“${token.raw.trim().slice(0, 40)}” (${token.type})`);
			}
		});
	}

	blocks(tokens: readonly Token[]): TipBlock[] {
		return tokens.flatMap((token): TipBlock[] => {
			switch (token.type) {
				case 'space':
					return [];
				case 'paragraph':
					return [{ is: 'paragraph', runs: this.runs((token as Tokens.Paragraph).tokens) }];
				case 'heading':
					return [{ is: 'heading', text: (token as Tokens.Heading).text }];
				case 'blockquote': {
					const paragraphs = ((token as Tokens.Blockquote).tokens ?? []) as Tokens.Paragraph[];
					return [{ is: 'quote', runs: paragraphs.flatMap(({ tokens: inside }) => this.runs(inside)) }];
				}
				case 'list': {
					const { ordered, items } = token as Tokens.List;
					return [{ is: 'list', isOrdered: ordered, items: items.map((item) => this.runs(item.tokens)) }];
				}
				default:
					return this.#refuse(`“${token.raw.trim().slice(0, 40)}” (${token.type})`);
			}
		});
	}
}

/** Reads one tip written in Markdown into what components can draw: no HTML is made of it anywhere. */
export function readTipFile(
	path: string,
	name: string,
	content: string,
	problems: Problem[],
	yamlProblems: typeof import('../src/lib/scenarios/problem.ts').yamlProblems
): TipFile[] {
	const [, written, markdown] = FRONT_MATTER.exec(content) ?? [];
	const [, id] = NAME.exec(name) ?? [];
	if (written === undefined || markdown === undefined || id === undefined) {
		problems.push({
			file: path,
			path: '',
			message:
				'expected a head between two lines of --- (title, step, scenario, source), and the text below it'
		});
		return [];
	}
	const head = parseDocument(written, { prettyErrors: true });
	const text = new TipText(path);
	const body = text.blocks(lexer(markdown));
	problems.push(...yamlProblems(path, head.errors), ...text.problems);
	return head.errors.length > 0 || text.problems.length > 0
		? []
		: [{ path, id, head: head.toJS() as unknown, body }];
}
