/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';
import { KeptFiles } from '#lib/app/kept-files.ts';
import { TAKE_OVER } from '#lib/app/take-over.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const kept = new KeptFiles(
	{ version, base, paths: [...build, ...files, ...prerendered] },
	worker.caches,
	worker.fetch.bind(worker)
);

worker.addEventListener('install', (event) => event.waitUntil(kept.keep()));

worker.addEventListener('activate', (event) =>
	// Also the page of the first visit: what it loads late must be there when the network is gone by then.
	event.waitUntil(kept.takeOver().then(() => worker.clients.claim()))
);

// A new version waits until no page needs the old one, or until somebody asks for it.
worker.addEventListener('message', ({ data }) => {
	if (data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin || !kept.has(pathname)) return;
	event.respondWith(kept.answer(pathname, request));
});
