import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, createTestApp, type TestApp } from '../../../test/support/create-test-app.ts';
import { type AuditWatch, createAuditWatch } from './audit-watch.ts';
import type { App } from './create-app.ts';

const hour = 3_600_000;

let test: TestApp;
let watch: AuditWatch;
let asked: string[];
let refuse: string | null;

function watchOf(shop: TestApp): AuditWatch {
  const app: Pick<App, 'ask'> = {
    ask: (async (caller, name, input, requestId) => {
      asked.push(name === 'audit.verify' ? Object.values(input).join(' ') : name);
      if (name === 'audit.verify' && refuse !== null)
        return { ok: false, error: { code: refuse, message: refuse } };
      return shop.app.ask(caller, name, input, requestId);
    }) as App['ask'],
  };
  return createAuditWatch({
    app,
    clock: () => shop.now,
    log: {
      info: () => undefined,
      error: (message, details) => void shop.logged.push({ level: 'error', message, details }),
    },
  });
}

beforeEach(async () => {
  test = await createOpenShop();
  asked = [];
  refuse = null;
  watch = watchOf(test);
});
afterEach(() => test.close());

const verified = () => asked.filter((name) => name.includes(' '));

describe('the watch over the audit log', () => {
  it('looks at what is newest at the start, then at everything, and once more each business date', async () => {
    await watch.start();
    expect(verified()).toEqual(['quick start', 'whole start']);
    for (let beat = 0; beat < 5; beat += 1) await watch.beat();
    test.now += 2 * hour;
    await watch.beat();
    expect(verified()).toHaveLength(2);
    test.now += 24 * hour;
    await watch.beat();
    await watch.beat();
    expect(verified()).toEqual(['quick start', 'whole start', 'whole nightly']);
  });

  it('tries again an hour after it failed, and says so once each time', async () => {
    refuse = 'internal';
    await watch.start();
    for (let beat = 0; beat < 5; beat += 1) await watch.beat();
    expect(verified()).toHaveLength(2);
    expect(test.logged.filter(({ message }) => /could not be verified/.test(message))).toHaveLength(2);
    refuse = null;
    test.now += hour;
    await watch.beat();
    expect(verified().at(-1)).toBe('whole nightly');
  });

  it('says nothing of a shop that is being closed, nor of a verification that runs', async () => {
    for (const code of ['cancelled', 'verification-running']) {
      refuse = code;
      await watch.start();
    }
    expect(test.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('looks at nothing before a shop was opened', async () => {
    const empty = createTestApp();
    await watchOf(empty).start();
    await watchOf(empty).beat();
    expect(verified()).toEqual([]);
    await empty.close();
  });
});
