/**
 * Time, chance and identity come as arguments: an attempt must replay to the same verdicts on any machine and day.
 * The real ones are bound in one file, WORLD.
 */
export const WORLD = 'src/lib/app/world.ts';

/** ui and routes are left out: nothing that they do is replayed. */
export const DETERMINISTIC = ['domain', 'machines', 'scenarios', 'recognition', 'storage', 'app'].map(
	(name) => `src/lib/${name}`
);

const TIME = `Time comes as an argument: with a clock of its own this cannot be replayed. The real one is bound in ${WORLD}.`;
const CHANCE = `Chance comes as an argument (a seed): drawn here it cannot be replayed. The real one is bound in ${WORLD}.`;
const IDENTITY = `Identity comes as an argument: made up here it differs at every replay. The real one is bound in ${WORLD}.`;
const TIMER = `Waiting comes as an argument: silence is an event, sent by whoever owns the clock. The real timers are bound in ${WORLD}.`;

/**
 * `Date.now`, `Date['now']`, `globalThis.Date.now`, `const { now } = Date`; called or handed on.
 * @param {string} object
 * @param {string} member
 * @param {string} message
 */
const member = (object, member, message) => {
	const property = `:matches([property.name='${member}'], [property.value='${member}'])`;
	const owner = `:matches([object.name='${object}'], [object.property.name='${object}'])`;
	return [
		{ selector: `MemberExpression${property}${owner}`, message },
		{
			selector: `VariableDeclarator[init.name='${object}'] > ObjectPattern > Property[key.name='${member}']`,
			message
		}
	];
};

export const DETERMINISM_SYNTAX = [
	...member('Date', 'now', TIME),
	...member('performance', 'now', TIME),
	...member('Math', 'random', CHANCE),
	...member('crypto', 'getRandomValues', CHANCE),
	...member('crypto', 'randomUUID', IDENTITY),
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME },
	{ selector: "CallExpression[callee.name='Date']", message: TIME }
];

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'];

/** @type {['error', object]} */
export const DETERMINISM_GLOBALS = [
	'error',
	{ globals: TIMERS.map((name) => ({ name, message: TIMER })), checkGlobalObject: true }
];
