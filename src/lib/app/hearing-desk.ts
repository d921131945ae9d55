/** Hearing for the commands without a screen: they know app, and nothing below it. */
export { loadRecogniser } from '#lib/recognition/load.ts';
export { measure, type Figures } from '#lib/recognition/measure.ts';
