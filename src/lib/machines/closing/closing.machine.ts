import { check, order } from './check.ts';
import { address, emailQuestion, reason, refusal } from './address.ts';
import {
	brushOff,
	deadline,
	explained,
	farewell,
	goodbyeScript,
	invitation,
	promise,
	thanks,
	timeframe,
	wayOut
} from './promise.ts';
import { ending, fyiNote, infoTab, needNote, policyPage, privateData } from './desk.ts';
import { due, exchange, finding, need } from './question.ts';
import { presence, presentAfterCheckable, presentAfterDue, presentAfterPromise } from './presence.ts';
import { hush, silenceEnded, silenceNotice } from './silence.ts';
import { closing, type RegionConfig } from './vocabulary.ts';
import type { Region } from '#lib/domain/standing.ts';

/** How a session is closed: one region per fact, side by side, none with a timer or an effect. */
export const CHART: { readonly [R in Region]: RegionConfig<R> } = {
	presence,
	need,
	due,
	finding,
	exchange,
	check,
	presentAfterCheckable,
	presentAfterDue,
	presentAfterPromise,
	order,
	address,
	refusal,
	reason,
	emailQuestion,
	deadline,
	explained,
	timeframe,
	promise,
	wayOut,
	brushOff,
	goodbyeScript,
	thanks,
	invitation,
	farewell,
	infoTab,
	policyPage,
	hush,
	silenceNotice,
	silenceEnded,
	fyiNote,
	needNote,
	private: privateData,
	ending
};

export const closingMachine = closing.createMachine({ id: 'closing', type: 'parallel', states: CHART });
