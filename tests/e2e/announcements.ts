import type { Page } from '@playwright/test';

/**
 * Writes down what a screen reader would be given to say, from the next page on: what is added to a log, what a status
 * or an alert changes to, each time it changes. Hidden parts and regions that are not drawn say nothing.
 */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		const LIVE =
			'[role="log"], [role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
		const isDrawn = (element: Element) => element.getClientRects().length > 0;
		const wordsOf = (node: Node): string => {
			if (node instanceof Text) return node.data;
			if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true' || !isDrawn(node))
				return '';
			return [...node.childNodes].map(wordsOf).join(' ');
		};
		const say = (text: string) => {
			const words = text.replace(/\s+/g, ' ').trim();
			if (words !== '') said.push(words);
		};
		const observer = new MutationObserver((records) => {
			const changed = new Set<Element>();
			for (const { target, addedNodes } of records) {
				const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
				if (region && isDrawn(region)) {
					if (region.role === 'log') for (const node of addedNodes) say(wordsOf(node));
					else changed.add(region);
				}
				// An alert is said also where it appears together with its words.
				for (const node of addedNodes)
					if (node instanceof Element)
						for (const alert of [node, ...node.querySelectorAll('[role="alert"]')])
							if (alert.role === 'alert') changed.add(alert);
			}
			for (const region of changed) say(wordsOf(region));
		});
		observer.observe(document, { subtree: true, childList: true, characterData: true });
	});
	return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
