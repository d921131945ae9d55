// Every session lives in the browser that played it: pages are files, and nothing is rendered elsewhere.
export const ssr = false;
export const prerender = true;
