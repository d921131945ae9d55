/** What a chat needs once it is taken over, loaded then: the widgets weigh as much as all the rest of the page. */
export { default as CodeChooser } from '#lib/ui/monitor/CodeChooser.svelte';
export { default as Coach } from '#lib/ui/monitor/Coach.svelte';
export { default as EndDialog } from '#lib/ui/monitor/EndDialog.svelte';
export { default as ShortcutsDialog } from '#lib/ui/monitor/ShortcutsDialog.svelte';
export { default as SideTabs } from './SideTabs.svelte';
