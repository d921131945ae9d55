/** Vite and ESLint refuse anything older. package.json says the same to npm (`engines`). */
export const OLDEST_NODE = '20.19.0';

/**
 * What is wrong with this Node.js, as a sentence for the person at the keyboard; undefined if nothing is.
 * @param {string} version as in process.versions.node, '20.19.1'
 */
export const nodeComplaint = (version) => {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
	return `Closing Time needs Node.js ${OLDEST_NODE} or newer, and this is ${version}. A current one is at https://nodejs.org.`;
};

/** Ends the program with the sentence if this Node.js is too old. */
export const requireNode = () => {
	const complaint = nodeComplaint(process.versions.node);
	if (!complaint) return;
	console.error(complaint);
	process.exit(1);
};
