/** What went wrong with storing, in words: pages know app, and nothing below it. */
export { STORAGE_FAILURES, type Explanation } from '#lib/storage/failure.ts';
