import type { Area } from './port.ts';

/** The tables, and the area that a change of each belongs to. */
export const TABLES = {
	attempts: 'attempts',
	events: 'attempts',
	setAside: 'attempts',
	drill: 'drill',
	entries: 'entries',
	settings: 'settings',
	drafts: 'drafts',
	/** Derived, so nobody needs to be told: whoever reads them reads what they are derived from too. */
	scores: null,
	sheets: null,
	unscored: null,
	/** Written once when the database is opened, to learn whether it can be written. */
	probe: null
} as const satisfies Record<string, Area | null>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** The field that is the key of a row. Events have two: `[attempt+seq]`; what is set aside is numbered by the database. */
export const KEY_OF = {
	attempts: 'id',
	drill: 'id',
	entries: 'id',
	settings: 'key',
	drafts: 'attempt',
	scores: 'attempt',
	sheets: 'id',
	unscored: 'attempt',
	probe: 'id',
	setAside: 'number'
} as const satisfies Record<Exclude<TableName, 'events'>, string>;

/** Tables whose rows have one key that we give. */
export type KeyedTable = Exclude<TableName, 'events' | 'setAside'>;

export interface EventKey {
	attempt: string;
	seq: number;
}

/** The rows at both ends of a log; undefined where it is empty. */
export interface Ends {
	/** How many rows there are. */
	count: number;
	first: unknown;
	last: unknown;
}

/** Inside one transaction. Rows come back as they were found: whoever reads them parses them. */
export interface Transaction {
	/** Undefined where there is none. */
	get(table: KeyedTable, key: string): Promise<unknown>;
	all(table: TableName): Promise<readonly unknown[]>;
	/** Rows in the order of their keys, from the first after `key` on (null: from the beginning), so many at most. */
	some(table: KeyedTable, key: string | null, most: number): Promise<readonly unknown[]>;
	/** The keys of a table, without its rows. */
	keys(table: KeyedTable): Promise<readonly string[]>;
	count(table: KeyedTable): Promise<number>;
	/** Entries whose field has this value. */
	entriesWith(field: 'kind' | 'about', value: string): Promise<readonly unknown[]>;
	put(table: KeyedTable, row: object): Promise<void>;
	putAll(table: KeyedTable, rows: readonly object[]): Promise<void>;
	remove(table: KeyedTable, key: string): Promise<void>;
	removeAll(table: KeyedTable, keys: readonly string[]): Promise<void>;
	clear(table: TableName): Promise<void>;

	/** Rows of one log in order, all or from a number on. */
	events(attempt: string, fromSeq?: number): Promise<readonly unknown[]>;
	ends(attempt: string): Promise<Ends>;
	/** Ids of the attempts that hold an event of this type. */
	attemptsWith(type: string): Promise<ReadonlySet<string>>;
	/** Fails where a row stands under the same key. */
	addEvents(rows: readonly EventKey[]): Promise<void>;
	removeEvents(keys: readonly EventKey[]): Promise<void>;
	/** Removes a whole log. */
	removeLog(attempt: string): Promise<void>;

	addSetAside(rows: readonly object[]): Promise<void>;
	/** Removes what was set aside of an attempt. */
	removeSetAside(attempt: string): Promise<void>;

	/** Nothing more will be asked: what was, is stored also where the page is left before it is answered. */
	commit(): void;
}

/** A database reduced to what a store needs: rows in tables, and transactions that hold or never were. */
export interface Rows {
	/**
	 * Runs `work` as one transaction and resolves when it is complete. If `work` throws, all that it wrote is undone
	 * and the error comes out. `work` waits for nothing but the transaction's own calls.
	 */
	transact<T>(
		mode: 'read' | 'write',
		tables: readonly TableName[],
		work: (transaction: Transaction) => Promise<T>
	): Promise<T>;
	/** Tells which tables a transaction changed, after it is complete. */
	subscribe(onChange: (tables: ReadonlySet<TableName>) => void): () => void;
	close(): void;
}
