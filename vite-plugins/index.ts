import type { PluginOption } from 'vite';
import { bankPlugin } from './bank.ts';

/** The plugins of the project itself: what the app, its tests and the headless commands are all built with. */
export const projectPlugins = (): PluginOption[] => [bankPlugin()];
