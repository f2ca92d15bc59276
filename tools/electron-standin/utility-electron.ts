import { guarded } from './guard.ts';

/** What `electron` offers inside a utility process. */
const electron = guarded('electron (in a utility process)', {
  net: guarded('net', { fetch: globalThis.fetch, isOnline: () => true, online: true }),
});

/** `net` */
export const net = electron.net;

// biome-ignore lint/style/noDefaultExport: Electron's module has one, and packages import it.
export { electron as default, electron as 'module.exports' };
