/**
 * Pictures of the built application: `node tools/look.ts <folder> [--dark] [--size=1024x768] [--lang=pseudo]
 * [--text=larger] [--empty] <route…>`, where a route is `/orders/1042`, `/settings?part=shop`, or `lock`.
 *
 * The shop is the sample shop, made once through the application's own calls and kept in `.cache/look-profile`;
 * each run works on a copy of it, so that several can look at once. `--empty` looks at a shop without products.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { launchElectron } from './electron-standin/launch.ts';

const root = join(import.meta.dirname, '..');
const password = 'larch-otter-7-lantern';
const pin = '482913';

/** How long the sample shop may take to load on a busy machine. */
const loadTimeout = 300_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    size: { type: 'string', default: '1280x800' },
    lang: { type: 'string', default: 'en' },
    text: { type: 'string', default: 'normal' },
  },
});
const [folder, ...routes] = positionals;
if (folder === undefined || routes.length === 0) {
  console.error('Usage: node tools/look.ts <folder> [--dark] [--size=1024x768] [--lang=pseudo] <route…>');
  process.exit(1);
}
if (!existsSync(join(root, 'out/main/index.js'))) {
  console.error('Build the application first: npx electron-vite build');
  process.exit(1);
}

/** In the form that the window makes them: UUID version 7, so that later ones sort later. */
function requestId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

/** Asks main as the window would. */
async function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    ([call, given, requestId]) => {
      type Bridge = { invoke(name: string, input: unknown, requestId: string): Promise<unknown> };
      return (window as unknown as { orderlla: Bridge }).orderlla.invoke(call, given, requestId);
    },
    [name, input, requestId()] as const,
  );
  const { ok, value, error } = reply as { ok: boolean; value?: unknown; error?: unknown };
  if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`);
  return value;
}

async function openPage(profile: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const launched = await launchElectron({ folder: root, profile });
  try {
    const page = await launched.app.firstWindow({ timeout: 60_000 });
    await page.waitForSelector('body[data-app="ready"]', { state: 'attached', timeout: 60_000 });
    return { page, close: launched.close };
  } catch (error) {
    console.error(launched.output());
    await launched.close();
    throw error;
  }
}

/** A profile is made anew when the day, the schema or the sample shop has changed. */
function profileKey(): string {
  const hash = createHash('sha256').update(new Date().toDateString()).update(String(values.empty));
  for (const name of readdirSync(join(root, 'migrations')).sort()) {
    hash.update(readFileSync(join(root, 'migrations', name)));
  }
  return hash
    .update(readFileSync(join(root, 'resources/sample-shop/catalogue.json')))
    .digest('hex')
    .slice(0, 12);
}

async function makeProfile(profile: string): Promise<void> {
  const { page, close } = await openPage(profile);
  page.setDefaultTimeout(loadTimeout);
  await ask(page, 'setup.openShop', {
    name: 'Harbour & Hearth',
    address: '12 Quay Street\nOld Town',
    phone: '555-0100',
    country: 'IE',
    locale: 'en-IE',
    currency: 'EUR',
    timeZone: 'Europe/Dublin',
    pricesIncludeTax: true,
    taxClasses: [
      { name: 'Standard', isDefault: true, rates: [{ name: 'VAT', rate: 230_000 }] },
      { name: 'Reduced', isDefault: false, rates: [{ name: 'VAT', rate: 135_000 }] },
      { name: 'Zero-rated', isDefault: false, rates: [{ name: 'VAT', rate: 0 }] },
    ],
    ownerName: 'Olga Owner',
    password,
    pin,
  });
  if (!values.empty) await ask(page, 'setup.loadSample', {});
  await close();
}

/** The kept profile, made by whoever looks first. */
async function keptProfile(): Promise<string> {
  const kept = join(root, '.cache/look-profile', profileKey());
  if (existsSync(kept)) return kept;
  const made = mkdtempSync(join(tmpdir(), 'orderlla-look-'));
  console.log('Making the sample shop.');
  await makeProfile(made);
  mkdirSync(join(kept, '..'), { recursive: true });
  const beside = `${kept}.${process.pid}`;
  copyProfile(made, beside);
  rmSync(made, { recursive: true, force: true });
  // Somebody else was quicker: theirs is as good.
  if (existsSync(kept)) rmSync(beside, { recursive: true, force: true });
  else renameSync(beside, kept);
  return kept;
}

/** Without what the browser and the lock left there. */
function copyProfile(from: string, to: string): void {
  const left =
    /^(?:standin-chromium|standin-letters|standin.lock|Singleton|logs$|Cache|GPUCache|Code Cache)/u;
  cpSync(from, to, { recursive: true, filter: (path) => path === from || !left.test(basename(path)) });
}

async function settle(page: Page): Promise<void> {
  const quiet = () => document.querySelectorAll('[class*="skeleton"]').length === 0;
  await page.waitForTimeout(400);
  await page.waitForFunction(quiet, null, { timeout: 8_000 }).catch(() => console.error('Still loading.'));
  await page.waitForTimeout(250);
}

async function show(page: Page, route: string): Promise<void> {
  if (route === 'lock') await ask(page, 'session.lock', {});
  else {
    const session = await ask(page, 'session.current', {});
    if (session === null) await ask(page, 'session.signIn', { staffId: 1, password });
    await page.waitForSelector('#screen');
    await page.evaluate((path) => {
      window.location.hash = path;
    }, route);
  }
  await settle(page);
}

const profile = mkdtempSync(join(tmpdir(), 'orderlla-look-'));
copyProfile(await keptProfile(), profile);
const { page, close } = await openPage(profile);
const [width = 1280, height = 800] = values.size.split('x').map(Number);
mkdirSync(folder, { recursive: true });
const faults: string[] = [];
page.on('pageerror', (error) => faults.push(error.message));
page.on('console', (message) => {
  if (message.type() === 'error') faults.push(message.text());
});
await page.setViewportSize({ width, height });
await ask(page, 'machine.setLook', {
  theme: values.dark ? 'dark' : 'light',
  language: values.lang,
  textSize: values.text,
});
for (const route of routes) {
  await show(page, route);
  const marks = [
    route.replace(/[^\w]+/gu, '-').replace(/^-|-$/gu, ''),
    values.dark && 'dark',
    values.size !== '1280x800' && values.size,
    values.lang !== 'en' && values.lang,
    values.text !== 'normal' && values.text,
    values.empty && 'empty',
  ];
  const path = resolve(folder, `${marks.filter(Boolean).join('-')}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
}
await close();
rmSync(profile, { recursive: true, force: true });
for (const fault of new Set(faults)) console.error(`The window said: ${fault}`);
