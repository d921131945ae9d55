import { expect, test } from './watched.ts';

test('the first page opens with a heading', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the page itself forbids scripts, styles and requests from elsewhere', async ({ page }) => {
	await page.goto('/');
	const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
	expect(policy).toContain("default-src 'self'");
	expect(policy).toContain("object-src 'none'");
	expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
});

test('what changes with its content is kept for ever, and a page is asked for anew', async ({ page }) => {
	const caching: Record<string, string> = {};
	page.on('response', (response) => {
		caching[new URL(response.url()).pathname] = response.headers()['cache-control'] ?? '';
	});
	await page.goto('/', { waitUntil: 'networkidle' });
	expect(caching['/']).toBe('no-cache');
	const immutable = Object.entries(caching).filter(([path]) => path.startsWith('/_app/immutable/'));
	expect(immutable.length).toBeGreaterThan(0);
	for (const [, value] of immutable) expect(value).toContain('immutable');
});

test('a page that does not exist is not found', async ({ request }) => {
	const response = await request.get('/no-such-page');
	expect(response.status()).toBe(404);
});
