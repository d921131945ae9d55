/**
 * Serves the build, or the folder that is named, as it is, on PORT. `npm start` does this after it has made sure
 * that there is a build.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD } from './build.mjs';
import { portFrom, serve, ServeError } from './static-server.mjs';

const folder = process.argv[2] ?? BUILD;
try {
	if (!existsSync(join(folder, 'index.html')))
		throw new ServeError(`There is no page in ${folder} to serve. The pages are made by: npm run build`);
	const { url, close } = await serve({
		folder,
		port: portFrom(process.env.PORT),
		...(process.env.HOST && { host: process.env.HOST })
	});
	process.once('SIGINT', close);
	process.once('SIGTERM', close);
	console.log(`Closing Time is open at ${url}  (Ctrl-C closes it)`);
} catch (error) {
	if (!(error instanceof ServeError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
