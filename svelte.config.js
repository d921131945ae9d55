import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	vitePlugin: {
		// Components of npm packages keep whatever mode they were written in.
		dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? undefined : { runes: true })
	},
	kit: {
		// Strict: a page that cannot be written to a file breaks the build, not a trainee's afternoon.
		adapter: adapter({ strict: true }),
		// The page registers it itself, since it has to know of a newer version that waits (new-version.svelte.ts).
		serviceWorker: { register: false },
		csp: {
			// Pages are files, so there is no server to draw a nonce.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute of Kit's own shell: it hides the element that tells screen readers of a new page.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'font-src': ['self'],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self']
			}
		},
		typescript: {
			// Kit's own list covers src and tests only; whatever runs is checked.
			config: (tsconfig) => ({
				...tsconfig,
				include: [
					...tsconfig.include,
					'../*.config.js',
					'../*.config.ts',
					'../scripts/**/*.mjs',
					'../vite-plugins/**/*.ts'
				]
			})
		}
	}
};

export default config;
