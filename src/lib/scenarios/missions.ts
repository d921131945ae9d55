import { missions } from 'virtual:missions';
import type { Mission } from './mission.ts';

/** The missions of the follow-up desk, in the order of their files. */
export const MISSIONS: readonly Mission[] = missions;
