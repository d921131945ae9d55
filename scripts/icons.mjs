/** Draws the icons of the installed app from `static/favicon.svg`: `npm run icons`, after that has changed. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { requireChromium } from './chromium.mjs';
import { ROOT } from './root.mjs';

/** The paper of tokens.css, light. */
const PAPER = '#f7f3ea';
/**
 * `share` of the picture that the drawing takes. A mask may cut off everything outside a circle of 80 % of the width,
 * and a square drawing fits into that circle with 56 %.
 */
const ICONS = [
	{ name: 'any-192', px: 192, share: 1, paper: 'transparent' },
	{ name: 'any-512', px: 512, share: 1, paper: 'transparent' },
	{ name: 'maskable-512', px: 512, share: 0.56, paper: PAPER },
	// iOS rounds the corners of a full square itself, and shows what is transparent as black.
	{ name: 'touch-180', px: 180, share: 0.72, paper: PAPER }
];

const FOLDER = join(ROOT, 'static/icons');
const drawing = Buffer.from(readFileSync(join(ROOT, 'static/favicon.svg'))).toString('base64');

mkdirSync(FOLDER, { recursive: true });
const { path } = await requireChromium();
const browser = await chromium.launch({
	executablePath: path,
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
for (const { name, px, share, paper } of ICONS) {
	const page = await browser.newPage({ viewport: { width: px, height: px } });
	await page.setContent(
		`<body style="margin:0;background:${paper};display:grid;place-items:center;height:100vh">
			<img width="${px * share}" height="${px * share}" src="data:image/svg+xml;base64,${drawing}">`
	);
	await page.screenshot({ path: join(FOLDER, `${name}.png`), omitBackground: true });
	await page.close();
}
await browser.close();
