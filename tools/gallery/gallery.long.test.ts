import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openGallery } from './gallery-page.ts';

const shots = join(import.meta.dirname, '../../.cache/gallery/shots');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['fields', 'orders', 'charts', 'pictures', 'states', 'till', 'overlays'];
const views = ['theme=light', 'theme=dark', 'language=rtl', 'language=long&size=largest'];
/** With each submission each page in two views, so that the pages have them all; in all where `ORDERLLA_LOOKS` says so. */
const looked = pages.flatMap((page, place) =>
  views
    .filter((_, at) => process.env.ORDERLLA_LOOKS === 'all' || at % 2 === place % 2)
    .map((view) => ({ page, view })),
);

type Looked = { width: number; pixels: number; corner: string; counts: Record<string, number> };

/** Runs in the page: how often each colour stands in the picture on paper. */
async function coloursOfPicture(): Promise<Looked> {
  const picture = document.querySelector<HTMLImageElement>('img[alt="All of it on white"]');
  if (!picture) throw new Error('no picture');
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts: Record<string, number> = {};
  for (let at = 0; at < data.length; at += 4) {
    const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    counts[colour] = (counts[colour] ?? 0) + 1;
  }
  const corner = `${data[0]},${data[1]},${data[2]}`;
  return { width: canvas.width, pixels: data.length / 4, corner, counts };
}

describe.skipIf(chromiumPath === null)('component gallery (skipped where no chromium is installed)', () => {
  let gallery: Awaited<ReturnType<typeof openGallery>>;

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    gallery = await openGallery(chromiumPath ?? '');
  });
  afterAll(() => gallery?.close());

  /** Opens a page and gathers everything the content policy or a script complained of. */
  async function show(query: string) {
    const context = await gallery.browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${gallery.url}?${query}`);
    await page.waitForSelector('main');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return {
      page,
      complaints,
      shoot: (name: string) => page.screenshot({ path: join(shots, `${name}.png`) }),
    };
  }

  async function violations(page: Page): Promise<readonly string[]> {
    // Playwright evaluates outside the page's policy.
    await page.evaluate(axeSource);
    const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  }

  it.each(looked)(
    '$page in $view: axe finds nothing, the content policy refuses nothing',
    async ({ page: name, view }) => {
      const { page, complaints, shoot } = await show(`page=${name}&${view}`);
      if (name === 'charts' || name === 'pictures') await page.waitForTimeout(300);
      await shoot(`${name}-${view.replace(/\W+/g, '-')}`);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('a picture on paper is the same in both themes: white, with every colour it is drawn in', async () => {
    const looked = async (theme: string) => {
      const { page } = await show(`page=pictures&theme=${theme}`);
      await page.waitForSelector('img[alt="All of it on white"]');
      const found = await page.evaluate(coloursOfPicture);
      await page.context().close();
      return found;
    };
    const [light, dark] = [await looked('light'), await looked('dark')];
    expect(light).toEqual(dark);
    expect(light.width).toBe(2240);
    expect(light.corner).toBe('255,255,255');
    // Amber, grey, blue, the ring's green, deep heat and the letters: each drawn, none more than the paper.
    for (const colour of ['201,120,0', '138,148,166', '37,77,172', '79,162,124', '123,55,2', '19,27,46']) {
      expect(light.counts[colour] ?? 0, colour).toBeGreaterThan(500);
    }
    expect(light.counts['255,255,255']).toBeGreaterThan(light.pixels / 2);
  });

  it.each(['light', 'dark'])('dialogs, menus, notices and lists when open, in %s', async (theme) => {
    const { page, complaints, shoot } = await show(`page=overlays&theme=${theme}`);
    const look = async (name: string, allowed: readonly string[] = []) => {
      await page.waitForTimeout(250);
      await shoot(`${name}-${theme}`);
      const found = await violations(page);
      expect(
        found.filter((one) => !allowed.some((rule) => one.startsWith(rule))),
        name,
      ).toEqual([]);
    };
    await page.getByRole('button', { name: 'Open dialog' }).click();
    await look('open-dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open question' }).click();
    await look('open-question');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show notices' }).click();
    await page.getByRole('button', { name: 'More actions' }).click();
    await look('open-menu');
    await page.goto(`${gallery.url}?page=fields&theme=${theme}`);
    await page.getByRole('button', { name: 'Open calendar' }).click();
    await look('open-calendar');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'City' }).click();
    // The list stands outside the page's landmarks, and all else is hidden from screen readers while it is
    // open, so that they cannot leave it by accident; the keyboard can, and then it closes.
    await look('open-combo-box', ['region', 'aria-hidden-focus', 'page-has-heading-one']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
