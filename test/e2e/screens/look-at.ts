import type { Page, TestInfo } from 'playwright/test';
import { firstMode, modesOf, takeMode } from './modes.ts';
import { screenFaults } from './screen-faults.ts';

/** Brings up what does not outlast a change of the look; what it answers takes it away again. */
type Show = () => Promise<() => Promise<void>>;

type Seen = { readonly page: Page; readonly info: TestInfo };

/** Looks at what is on the screen in its modes, keeps a picture of each, and says what is wrong. */
export async function lookAt(
  { page, info }: Seen,
  place: string,
  known: readonly string[],
  show?: Show,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const mode of modesOf(place)) {
    await takeMode(page, mode);
    const hide = await show?.();
    const path = info.outputPath(`${place}-${mode.name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    await info.attach(`${place}-${mode.name}`, { path, contentType: 'image/png' });
    for (const fault of await screenFaults(page, mode, known))
      faults.push(`${place}, ${mode.name}: ${fault}`);
    await hide?.();
  }
  await takeMode(page, firstMode);
  return faults;
}
