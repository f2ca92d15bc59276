import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { test as base, expect, type TestInfo } from 'playwright/test';
import { launchElectron } from '../../tools/electron-standin/launch.ts';

const root = join(import.meta.dirname, '../..');
const main = join(root, 'out/main/index.js');
const socketWatch = join(import.meta.dirname, 'standin/watch-sockets.cjs');

/** How long the first screen may take on a busy machine. */
const FIRST_SCREEN_MS = 120_000;

/** Addresses that never leave the machine; the last is where the stand-in serves `app://`. */
const OWN_ADDRESS =
  /^(?:app|blob|data|about|devtools|chrome-error|file):|^https?:\/\/(?:[a-z0-9-]+\.)+standin\.invalid\//u;

/** How to start Orderlla; everything may be left out. */
export type OrderllaOptions = {
  /** The folder of an earlier start, to come back to its shop. It is then not deleted. */
  readonly profile?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** A started Orderlla. */
export type Orderlla = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** On the stand-in: where each printed page arrives as `print-001.pdf`, with its options as JSON. */
  readonly prints: string;
  readonly output: () => string;
  /** What has tried to reach another machine, from the window or from main. Must stay empty. */
  readonly leftTheMachine: () => Promise<readonly string[]>;
  /** Quits, ends what does not quit, and deletes a profile that was made for this start. */
  readonly close: () => Promise<void>;
};

function watchPages(app: ElectronApplication): readonly string[] {
  const left: string[] = [];
  app.context().on('requestfinished', (request) => {
    if (!OWN_ADDRESS.test(request.url())) left.push(`request ${request.url()}`);
  });
  app.context().on('requestfailed', (request) => {
    const refusedHere = /BLOCKED_BY_CLIENT|ABORTED|csp/iu.test(request.failure()?.errorText ?? '');
    if (!refusedHere && !OWN_ADDRESS.test(request.url())) left.push(`request ${request.url()}`);
  });
  return left;
}

function mainSockets(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'leftTheMachine') as readonly string[]);
}

/** `firstWindow` resolves while the page is still blank: wait for what a person would see. */
async function firstScreen(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: FIRST_SCREEN_MS });
  await page
    .locator('#root > *, body > main')
    .first()
    .waitFor({ state: 'attached', timeout: FIRST_SCREEN_MS });
  return page;
}

/**
 * Starts the built application on a folder of its own, on real Electron or on the stand-in
 * (`usesRealElectron` decides), and waits for its first screen. Also for scripts outside the runner.
 */
export async function launchOrderlla(options: OrderllaOptions = {}): Promise<Orderlla> {
  if (!existsSync(main)) throw new Error('Orderlla is not built yet. `npm run e2e` builds what is missing.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'orderlla-'));
  const prints = join(profile, 'standin-prints');
  const launched = await launchElectron({
    folder: root,
    profile,
    before: ['-r', socketWatch],
    args: options.args ?? [],
    env: { STANDIN_PRINT_FOLDER: prints, ...options.env },
  });
  const { app, output } = launched;
  const requests = watchPages(app);
  let ended: readonly string[] | null = null;
  const leftTheMachine = async (): Promise<readonly string[]> => [
    ...requests,
    ...(ended ?? (await mainSockets(app).catch(() => []))),
  ];
  const close = async (): Promise<void> => {
    ended ??= await mainSockets(app).catch(() => []);
    await launched.close();
    if (options.profile === undefined)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { app, page: await firstScreen(app), profile, prints, output, leftTheMachine, close };
  } catch (error) {
    await close();
    throw new Error(`Orderlla showed no first screen.\n${output()}`, { cause: error });
  }
}

function logOf(profile: string): string {
  const folder = join(profile, 'logs');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** What helps to understand a failed test: what the process said, its log, and what was on the screen. */
async function attachEvidence(info: TestInfo, started: readonly Orderlla[]): Promise<void> {
  for (const [index, { page, output, profile }] of started.entries()) {
    await info.attach(`output-${index + 1}.txt`, { body: output(), contentType: 'text/plain' });
    await info.attach(`log-${index + 1}.txt`, { body: logOf(profile), contentType: 'text/plain' });
    const picture = await page.screenshot({ timeout: 10_000 }).catch(() => null);
    if (picture) await info.attach(`screen-${index + 1}.png`, { body: picture, contentType: 'image/png' });
  }
}

/** What a journey may ask for. */
export type OrderllaFixtures = {
  /** Options of the start that `orderlla`, `app` and `page` share; `test.use({ orderllaOptions: … })`. */
  readonly orderllaOptions: OrderllaOptions;
  /** Starts another, or the first one again; all are closed after the test. */
  readonly launch: (options?: OrderllaOptions) => Promise<Orderlla>;
  readonly orderlla: Orderlla;
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly leftTheMachine: () => Promise<readonly string[]>;
};

/** Playwright's `test`, started on Orderlla. A test in which anything left the machine fails. */
export const test = base.extend<OrderllaFixtures>({
  orderllaOptions: [{}, { option: true }],
  // Playwright reads a fixture's needs from its first parameter, which must be a pattern.
  // biome-ignore lint/correctness/noEmptyPattern: none is needed here.
  launch: async ({}, use, info) => {
    const started: Orderlla[] = [];
    await use(async (options) => {
      const orderlla = await launchOrderlla(options);
      started.push(orderlla);
      return orderlla;
    });
    if (info.status !== info.expectedStatus) await attachEvidence(info, started);
    const left = await Promise.all(started.map((orderlla) => orderlla.leftTheMachine()));
    for (const orderlla of started) await orderlla.close();
    expect(left.flat(), 'nothing may leave the machine').toEqual([]);
  },
  orderlla: async ({ launch, orderllaOptions }, use) => {
    await use(await launch(orderllaOptions));
  },
  app: async ({ orderlla }, use) => {
    await use(orderlla.app);
  },
  page: async ({ orderlla }, use) => {
    await use(orderlla.page);
  },
  leftTheMachine: async ({ orderlla }, use) => {
    await use(orderlla.leftTheMachine);
  },
});

/** Playwright's `expect`, so that a journey imports one file. */
export { expect };
