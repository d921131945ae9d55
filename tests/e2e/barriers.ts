import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds on the page as it stands: rule and place of each barrier; empty where there is none. */
export async function barriersOn(page: Page): Promise<string[]> {
	// A colour on its way from one theme to the other is neither of both.
	await page.evaluate(() =>
		Promise.allSettled(
			document
				.getAnimations()
				.filter((animation) => animation instanceof CSSTransition)
				.map(({ finished }) => finished)
		).then(() => undefined)
	);
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe: { run: (root: Document) => Promise<AxeResults> } };
		const { violations } = await axe.run(document);
		return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
	});
}

/** Whether the page is wider than its window, so that one would have to scroll sideways to read a line. */
export const isTooWide = (page: Page): Promise<boolean> =>
	page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
