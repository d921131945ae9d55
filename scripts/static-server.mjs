import { createServer } from 'node:http';
import sirv from 'sirv';

const DEFAULT_PORT = 4173;
const HIGHEST_PORT = 65_535;
/** Names of files under this path change with their content, so they may be kept for ever. */
const IMMUTABLE = '/_app/immutable/';
const ONE_YEAR_S = 31_536_000;

/** A failure that the person at the keyboard can mend; its message is all there is to say. */
export class ServeError extends Error {}

/**
 * @param {string | undefined} text the environment's PORT
 * @returns {number}
 */
export const portFrom = (text) => {
	if (text === undefined || text === '') return DEFAULT_PORT;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
	throw new ServeError(`PORT must be a number from 0 to ${HIGHEST_PORT}, not “${text}”.`);
};

/** @param {string} pathname */
const cachingOf = (pathname) =>
	pathname.startsWith(IMMUTABLE) ? `public, max-age=${ONE_YEAR_S}, immutable` : 'no-cache';

/**
 * The files of a folder, as a plain static host would serve them.
 * @param {string} folder
 */
const serverOf = (folder) => {
	const files = sirv(folder, {
		// Looks at the disk for every request: a build made meanwhile is served, not remembered.
		dev: true,
		etag: true,
		extensions: ['html'],
		setHeaders: (response, pathname) => response.setHeader('Cache-Control', cachingOf(pathname))
	});
	return createServer((request, response) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Referrer-Policy', 'no-referrer');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		files(request, response, () => {
			response
				.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
				.end('There is no such page.\n');
		});
	});
};

/**
 * Serves a folder until it is closed.
 * @param {{ folder: string, port: number, host?: string }} where port 0: any that is free
 * @returns {Promise<{ url: string, close: () => void }>} rejects with a ServeError if the port cannot be had
 */
export const serve = ({ folder, port, host = '127.0.0.1' }) =>
	new Promise((listening, failed) => {
		const server = serverOf(folder);
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			failed(new ServeError(sentenceFor(error, port)));
		});
		server.listen(port, host, () => {
			const address = server.address();
			const actual = typeof address === 'object' && address ? address.port : port;
			listening({
				url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${actual}/`,
				close: () => {
					server.close();
					server.closeAllConnections();
				}
			});
		});
	});

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
const sentenceFor = (error, port) => {
	if (error.code === 'EADDRINUSE')
		return `Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm start`;
	if (error.code === 'EACCES')
		return `Port ${port} is not open to this user. Choose one above 1023: PORT=${DEFAULT_PORT} npm start`;
	return `Port ${port} cannot be served: ${error.message}`;
};
