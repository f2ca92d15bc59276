import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMachineStore } from '../../src/main/shell/machine-store.ts';
import { Recovery } from '../../src/main/shell/recovery/create-recovery.ts';
import { troubleActionOf } from '../../src/main/shell/trouble.ts';
import { migrationsFolder } from './create-test-app.ts';
import { quickKeeper } from './quick-keeper.ts';
import { begin, folder, kept, now, path, shop, start } from './restoring.ts';

export let recovery: Recovery;
/** What was shown, in its order. */
export let pages: string[];
/** What got into the log. */
export let written: string[];
/** What the system's dialog leads to. */
let chosen: string | null;
let hasReserve: boolean;

const createRecovery = () =>
  new Recovery({
    ...{ folder, migrationsFolder, version: '1.0.0', keeper: quickKeeper(), clock: () => now },
    machine: createMachineStore({
      get: (key) => kept.get(key),
      set: (key, value) => void kept.set(key, value),
    }),
    protector: {
      isAsyncEncryptionAvailable: async () => false,
      encryptStringAsync: async (text) => Buffer.from(text),
      decryptStringAsync: async (bytes) => ({ shouldReEncrypt: false, result: bytes.toString() }),
      getSelectedStorageBackend: () => 'basic_text',
    },
    log: {
      info: (...line) => void written.push(JSON.stringify(line)),
      error: (...line) => void written.push(JSON.stringify(line)),
    },
    shop: () => shop,
    askFile: async () => chosen,
    openItems: () => 0,
    reserve: {
      isThere: async () => hasReserve,
      giveUp: async () => {
        hasReserve = false;
        return true;
      },
    },
    show: () => void recovery.html().then((html) => pages.push(html)),
  });
/** Presses the link that reads so. */
export async function press(label: string): Promise<void> {
  const html = await recovery.html();
  const address = [...html.matchAll(/<a [^>]*href="(?<address>[^"]+)">(?<label>.*?)<\/a>/gu)].find((link) =>
    link.groups?.label?.includes(label),
  )?.groups?.address;
  const link = troubleActionOf((address ?? '').replaceAll('&amp;', '&'));
  if (!link) throw new Error(`There is no link "${label}" in ${html}`);
  await recovery.follow(link);
}
/** Types into the page's one field and presses its button, as the browser sends it. */
export async function type(secret: string): Promise<void> {
  const html = await recovery.html();
  const given = [...html.matchAll(/type="hidden" name="(?<name>\w+)" value="(?<value>[^"]*)"/gu)];
  const fields = given.map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']);
  const sent = new URLSearchParams([...fields, ['secret', secret]]);
  const link = troubleActionOf(`app://shop/trouble.html?${sent}`);
  if (!html.includes('name="secret"') || !link) throw new Error(`There is no field in ${html}`);
  await recovery.follow(link);
}
export const wordsOf = async () =>
  (await recovery.html()).replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
export const aside = () => join(folder, 'backups', 'put-aside');
/** Closes the shop, changes its file, and starts again. */
export async function restartAfter(change: () => void): Promise<void> {
  await shop.close();
  change();
  await start();
  recovery = createRecovery();
}
/** The first bytes of the file, which say how it is built, are written over. */
export function damage(): void {
  const bytes = readFileSync(path());
  bytes.fill(0xa5, 0, 100);
  writeFileSync(path(), bytes);
}

/** A shop of two orders, and the pages for when it cannot be opened. */
export async function beginRecovery(): Promise<void> {
  await begin();
  pages = [];
  written = [];
  chosen = null;
  hasReserve = true;
  recovery = createRecovery();
}

/** Chooses a file in the system's dialog once it is asked for. */
export function setChosen(file: string): void {
  chosen = file;
}
