import { quietly } from '../debug.ts';
import type { StandinWebContents } from './web-contents.ts';

let scheme: 'light' | 'dark' | null = null;

/** What pages are told of the desktop's colours; null leaves it to the browser. */
export function setColorScheme(next: 'light' | 'dark' | null, pages: Iterable<StandinWebContents>): void {
  scheme = next;
  for (const page of pages) applyColorScheme(page, true);
}

/** Tells one page. Repeated as it loads, because a test's own session may have spoken in between. */
export function applyColorScheme(contents: StandinWebContents, evenNone = false): void {
  if (scheme === null && !evenNone) return;
  const features = scheme === null ? [] : [{ name: 'prefers-color-scheme', value: scheme }];
  const session = contents.attached?.session;
  if (session) quietly(session.send('Emulation.setEmulatedMedia', { features }));
}

/** Zoom as a person sees it: fewer, larger CSS pixels in a window of the same size. */
export function applyZoom(contents: StandinWebContents, factor: number): void {
  const session = contents.attached?.session;
  if (!session) return;
  if (factor === 1) {
    quietly(session.send('Emulation.clearDeviceMetricsOverride'));
    return;
  }
  const { width, height } = contents.contentSize();
  quietly(
    session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.max(1, Math.round(width / factor)),
      height: Math.max(1, Math.round(height / factor)),
      deviceScaleFactor: factor,
      mobile: false,
    }),
  );
}
