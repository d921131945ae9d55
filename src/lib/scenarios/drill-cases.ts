import { cases } from 'virtual:drill';
import type { DrillCase } from './drill-case.ts';

/** The cases of the coding drill, in the order in which they are met for the first time. */
export const DRILL_CASES: readonly DrillCase[] = cases;
