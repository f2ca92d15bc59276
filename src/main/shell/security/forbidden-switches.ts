/**
 * Switches that would open a packaged application to whoever starts it: debuggers, foreign code, weaker
 * pages, other servers. Fuses cover those of Node; none covers Chromium's (electron/fuses issue 2).
 */
const forbiddenSwitches: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
  'proxy-server',
  'host-rules',
  'user-data-dir',
];

/** The first forbidden switch that the application was started with, or null. */
export function forbiddenSwitch(hasSwitch: (name: string) => boolean): string | null {
  return forbiddenSwitches.find(hasSwitch) ?? null;
}
