import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { english } from '../../../src/shared/text/english.ts';
import type { Mode } from './modes.ts';
import { readScreen, type ScreenReading } from './read-screen.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const textKeys = new Set(Object.keys(english));

/** What is wrong with the screen as it stands, in words; empty when nothing is. */
export async function screenFaults(
  page: Page,
  mode: Mode,
  known: readonly string[],
): Promise<readonly string[]> {
  const reading = await page.evaluate(readScreen);
  return [
    ...(await axeFaults(page)),
    ...(reading.overflow > 0 ? [`the page is ${reading.overflow} px too wide`] : []),
    ...reading.outside.map((control) => `out of the window: ${control}`),
    ...textFaults(reading),
    ...(mode.language === 'pseudo' ? untranslated(reading, known) : []),
  ];
}

/** Playwright evaluates outside the page's content policy, which refuses scripts of others. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  // React Aria speaks through an element of its own, which may still name a button that has gone.
  const where = '{ exclude: ["[data-live-announcer]"] }';
  const run = `axe.run(${where}, { resultTypes: ["violations"] })`;
  const { violations } = (await page.evaluate(run)) as AxeResults;
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} (${node.failureSummary})`);
    return `axe ${id}, ${help}: ${places.join(' | ')}`;
  });
}

/** A key in place of its text, or a placeholder that was never filled. */
function textFaults({ texts }: ScreenReading): readonly string[] {
  return texts
    .filter(
      (text) => textKeys.has(text) || /\{[a-z][a-z-]*\}/iu.test(text) || /undefined|NaN|\[object/u.test(text),
    )
    .map((text) => `not a text: ${text}`);
}

/** How long ago something was, as the browser says it in the language of the shop: no text of ours. */
const ago = /\b(?:\d+ (?:minute|hour|day|week|month|year)s? ago|yesterday|last (?:week|month|year))\b/gu;

/** So does it join the last of several of our texts to the others. */
const joined = /\] and \[/gu;

/** Where a file lies is called the same in every language. */
const path = /(?:^|\s)\/[\w./-]+/gu;

/** Words in plain English that stand neither in the data nor in a name that nobody translates. */
function untranslated({ texts }: ScreenReading, known: readonly string[]): readonly string[] {
  return texts
    .filter((text) => {
      let rest = text.replaceAll(ago, ' ').replaceAll(joined, '] [').replaceAll(path, ' ');
      for (const one of known) rest = rest.replaceAll(one, ' ');
      return /(?<![\p{L}\p{M}])[A-Za-z]{3,}(?![\p{L}\p{M}])/u.test(rest);
    })
    .map((text) => `not translated: ${text}`);
}
