/** What a page says to the service worker of a newer version that waits: the trainee wants it now. */
export const TAKE_OVER = 'take-over';
