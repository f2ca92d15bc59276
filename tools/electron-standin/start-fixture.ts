import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { launchElectron } from './launch.ts';

/** What the page of the fixture finds on `window`. */
export type FixtureWindow = Window & {
  readonly seenAtStart: Readonly<Record<string, string>>;
  readonly preloadSecret?: string;
  readonly fixture: {
    readonly invoke: (channel: string, ...values: readonly unknown[]) => Promise<unknown>;
    readonly askSync: (value: number) => number;
    readonly onMessage: (channel: string, listener: (...values: readonly unknown[]) => void) => () => void;
    readonly ping: (value: unknown) => void;
    readonly add: (a: number, b: number) => number;
    readonly later: (value: unknown) => Promise<{ readonly value: unknown; readonly date: Date }>;
    readonly call: (run: (text: string) => unknown) => unknown;
    readonly refuse: () => never;
    readonly facts: Readonly<Record<string, unknown>>;
  };
};

/** What the fixture's main keeps for the tests. */
export type FixtureLog = { readonly events: string[]; readonly requests: string[] };

/** A running fixture on a profile of its own. */
export type Fixture = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  readonly log: () => Promise<FixtureLog>;
  readonly output: () => string;
  /** Closes the application and deletes its profile. */
  readonly close: () => Promise<void>;
};

/** The folder of the fixture application. */
export const fixtureFolder: string = join(import.meta.dirname, 'fixture');

/** Times of a busy machine. */
export const SLOW = { timeout: 240_000 } as const;

/** Starts the fixture and waits until its page has loaded. */
export async function startFixture(env: Readonly<Record<string, string>> = {}): Promise<Fixture> {
  const profile = mkdtempSync(join(tmpdir(), 'standin-'));
  const { app, output, close } = await launchElectron({ folder: fixtureFolder, profile, env });
  const child = app.process();
  const fixture: Fixture = {
    app,
    page: await app.firstWindow({ timeout: 120_000 }),
    profile,
    log: () => app.evaluate(() => (globalThis as unknown as { readonly fixture: FixtureLog }).fixture),
    output,
    async close() {
      // A fixture that ended by itself has failed its tests; its last words say why.
      if (child.exitCode !== null)
        console.error(`The fixture ended by itself (${child.exitCode}).\n${output()}`);
      await close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  await fixture.page.getByRole('heading', { name: 'Fixture' }).waitFor({ timeout: 120_000 });
  await fixture.page.waitForLoadState('load');
  return fixture;
}
