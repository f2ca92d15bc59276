import type { Page } from 'playwright';

/** Milliseconds between two keys of a scanner. */
const gap = 4;

/**
 * Types a code as a scanner does: key after key within milliseconds, and Enter. The keys carry their times, so
 * that a busy machine, which hands them on late, does not turn a scan into slow typing.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now();
  const sent = [...code, '\r'].flatMap((character, index) => {
    const isEnter = character === '\r';
    const key = {
      key: isEnter ? 'Enter' : character,
      code: isEnter ? 'Enter' : /\d/u.test(character) ? `Digit${character}` : '',
      windowsVirtualKeyCode: isEnter ? 13 : character.toUpperCase().charCodeAt(0),
      timestamp: (begun + index * gap) / 1000,
    };
    return [
      session.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: character }),
      session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }),
    ];
  });
  await Promise.all(sent);
  await session.detach();
}
