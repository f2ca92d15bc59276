import { emitting } from '../guard.ts';

/** The one display that is told of; the same size that headless Chromium is given. */
const BOUNDS: Electron.Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

const display = {
  id: 1,
  label: 'Stand-in display',
  bounds: BOUNDS,
  workArea: BOUNDS,
  size: { width: BOUNDS.width, height: BOUNDS.height },
  workAreaSize: { width: BOUNDS.width, height: BOUNDS.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
  detected: true,
  monochrome: false,
  colorDepth: 24,
  depthPerComponent: 8,
  displayFrequency: 60,
  touchSupport: 'unknown',
  accelerometerSupport: 'unknown',
  nativeOrigin: { x: 0, y: 0 },
  maximumCursorSize: { width: 0, height: 0 },
  colorSpace: '',
} satisfies Partial<Electron.Display> as unknown as Electron.Display;

/** `screen`: one display of 1920 by 1080. */
export const screen = emitting('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
} satisfies Partial<Electron.Screen>);
