/** `npm start` on a fresh clone, with only Node.js: install, build, serve. */
import { buildIfStale } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { requireNode } from './node-version.mjs';
import { endOnInterrupt } from './run.mjs';

requireNode();
const giveBackCtrlC = endOnInterrupt();
await installDependencies();
await buildIfStale();
giveBackCtrlC();
// Only now: the server is made of packages that may just have been installed.
await import('./serve.mjs');
