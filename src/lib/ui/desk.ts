import { createContext } from 'svelte';
import type { DeskWords } from '#lib/domain/desk-words.ts';

const [get, set] = createContext<() => DeskWords>();

/** Gives everything below a component the words of the trainee's desk; the page knows which these are. */
export const provideDesk = set;

/** The words of the trainee's desk, asked for anew wherever they are shown. Call it while a component begins. */
export const useDesk = get;
