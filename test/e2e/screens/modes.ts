import type { Page } from 'playwright';
import type { MachineSettings } from '../../../src/shared/contract/machine.ts';
import { ask } from '../ask.ts';

/** A way in which a person may see the window. */
export type Mode = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly language: MachineSettings['language'];
};

export const large = { width: 1280, height: 800 } as const;
export const small = { width: 1024, height: 768 } as const;

/** How every screen opens. */
export const firstMode: Mode = { name: 'light', ...large, theme: 'light', language: 'en' };

/** Both sizes in both colours; the lengthened language where there is least room, the mirrored one. */
export const modes: readonly Mode[] = [
  firstMode,
  { name: 'light-small', ...small, theme: 'light', language: 'en' },
  { name: 'dark', ...large, theme: 'dark', language: 'en' },
  { name: 'dark-small', ...small, theme: 'dark', language: 'en' },
  { name: 'pseudo-small', ...small, theme: 'light', language: 'pseudo' },
  { name: 'mirrored', ...large, theme: 'light', language: 'pseudo-rtl' },
];

/** Ways that have as little in common as can be. */
const pairs = [
  ['light', 'dark-small'],
  ['dark', 'pseudo-small'],
  ['mirrored', 'light-small'],
] as const;

/**
 * The pair of ways in which a submission looks at a place: each place in one, so that each way is looked at somewhere.
 * All six where `ORDERLLA_LOOKS` is `all`, as in the long tests.
 */
export function modesOf(place: string): readonly Mode[] {
  if (process.env.ORDERLLA_LOOKS === 'all') return modes;
  const letters = [...place].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const pair: readonly string[] = pairs[letters % pairs.length] ?? pairs[0];
  return modes.filter(({ name }) => pair.includes(name));
}

const languages = { en: 'en', pseudo: 'en-XA', 'pseudo-rtl': 'ar-XB' } as const;

/** Changes the look of the window in place, and waits until nothing on it moves or loads any more. */
export async function takeMode(page: Page, { width, height, theme, language }: Mode): Promise<void> {
  await page.setViewportSize({ width, height });
  await ask(page, 'machine.setLook', { theme, language });
  await page.locator(`html[data-theme="${theme}"][lang="${languages[language]}"]`).waitFor();
  await settle(page);
}

/**
 * Waits until fonts are there, nothing stands for something on its way, and what moves has arrived. Says what still
 * moves after a minute.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const until = performance.now() + 60_000;
    const soon = () => new Promise((resolve) => setTimeout(resolve, 1000));
    const nextFrame = () => Promise.race([new Promise((resolve) => requestAnimationFrame(resolve)), soon()]);
    const moving = () =>
      document.getAnimations().filter((animation) => {
        const end = animation.effect?.getComputedTiming().endTime;
        return animation.playState !== 'finished' && typeof end === 'number' && Number.isFinite(end);
      });
    // What enters or leaves is marked. React Aria masks a dialog with a field for up to 600 ms where the window ever got
    // lower beside a focused one, as it does over the keyboard of a touch screen: these walks change its size.
    const notYet = '[data-entering], [data-exiting], [style*="mask-image"]';
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await nextFrame();
      const animations = moving();
      if (animations.length === 0 && document.querySelector(notYet) === null) continue;
      if (performance.now() > until) {
        const waiting = [...document.querySelectorAll(notYet)].map((one) => one.outerHTML.slice(0, 200));
        const told = animations.map(
          (one) => `${one.playState} ${JSON.stringify(one.effect?.getComputedTiming())}`,
        );
        throw new Error(`The window does not come to rest: ${[...waiting, ...told].join(' ')}`);
      }
      const arrived = Promise.all(animations.map((animation) => animation.finished.catch(() => undefined)));
      await Promise.race([arrived, soon()]);
      quiet = -1;
    }
  });
}
