import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { readCsv } from '../../src/main/features/csv/read-csv.ts';
import { openZip } from '../../src/main/keeper/unzip.ts';
import { createRequestId } from '../../src/renderer/bridge/request-id.ts';
import { counterSale, line } from '../support/builders.ts';
import { pngFile } from '../support/pictures.ts';
import { ask } from './ask.ts';
import { heldProcess, holdNext, killHeld } from './hold-process.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { lockScreen } from './pages/lock-screen.ts';

/** Names that a spreadsheet would run, or make something else of. */
const hostileCatalogue = `name,sku,price,stock
"=HYPERLINK(""http://x.invalid"";""Tea"")",=1+1,4.50,120
+49 grams of saffron,-5,3.20,80
@SUM(A1:A9),@X,1.00,7
'=quoted,00012,2.00,9
"Two
lines, one ""name""",TWO-1,5.00,3
`;

/**
 * What is another on the second computer by its nature: bringing the shop back is in the log and in what proves the log,
 * people sign in anew, and the hourly timer of that computer has runs and looks of its own.
 */
const ofEachComputer = [
  ...['auditChecks', 'auditEntries', 'auditMarks', 'digestParts', 'digests', 'requests', 'rollups'],
  ...['sessions', 'stockChecks', 'timerHours', 'timerRuns'],
];

type Zip = ReadonlyMap<string, Buffer>;

async function readZip(path: string): Promise<Zip> {
  const zip = await openZip(path, { names: /./u, mostParts: 1000, mostBytes: 1024 ** 3 });
  const parts = new Map<string, Buffer>();
  for (const name of [...zip.names].toSorted()) {
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.pieces(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces));
  }
  zip.close();
  return parts;
}

/** Each part by its name, and what is in it. */
function sums(zip: Zip, but: readonly string[]): Readonly<Record<string, string>> {
  const left = [...zip].filter(([name]) => !but.includes(name));
  return Object.fromEntries(
    left.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

async function answerDialogs(app: ElectronApplication, saveAs: string, open = ''): Promise<void> {
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.saveAs });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.open] });
    },
    { saveAs, open },
  );
}

async function saveAsCsv(page: Page): Promise<void> {
  await showScreen(page, '/backups?part=csv');
  await expect.poll(async () => (await ask(page, 'backups.state', {})).running).toBeNull();
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('saved in', { timeout: 60_000 });
}

/** A shop with products, a picture, a customer, and orders whose notes and names would run in a spreadsheet. */
async function fillShop(page: Page): Promise<void> {
  await importCsv(page, hostileCatalogue);
  const uploadId = createRequestId();
  await ask(page, 'catalog.uploadPicture', { uploadId, offset: 0, data: pngFile().toString('base64') });
  await ask(page, 'catalog.setPicture', { of: 'product', id: 1, uploadId });
  await ask(page, 'customers.create', {
    ...{ name: '=cmd|’/C calc’!A0', phone: '+353 1 555 0100', email: '', address: '', note: '@home' },
  });
  for (const [index, note] of ['=1+1', '\tTab before', 'plain', '-2'].entries()) {
    await ask(
      page,
      'orders.place',
      counterSale([line(1, 2, 450), line(2, 1, 320)], { cartId: `cart-${index}`, note }),
    );
  }
}

/** A cell that a spreadsheet would run. */
const isFormula = (cell: string): boolean =>
  /^\s*[=+\-@\t\r]/u.test(cell) && !/^-\d+(?:[.,]\d+)?$/u.test(cell);

test('a shop leaves as CSV, comes back at an empty computer, and leaves again the same', {
  tag: '@daily',
}, async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-csv-'));
  const [first, second] = [join(folder, 'first.zip'), join(folder, 'second.zip')];
  try {
    const profile = join(folder, 'here');
    const begun = await launch({ profile });
    const recoveryCode = await openShop(begun.page);
    await fillShop(begun.page);
    await begun.close();
    // What sells most is reckoned at each start, at the other computer as well.
    const here = await launch({ profile });
    await answerDialogs(here.app, first);

    await test.step('stopped on its way, it leaves nothing', async () => {
      await showScreen(here.page, '/backups?part=csv');
      await expect.poll(async () => (await ask(here.page, 'backups.state', {})).running).toBeNull();
      await holdNext(here.app, 'Orderlla keeper');
      await here.page.getByRole('button', { name: 'Save as CSV…' }).click();
      await expect(here.page.getByRole('progressbar', { name: 'Saving the shop as CSV' })).toBeVisible();
      await expect.poll(() => heldProcess(here.app)).not.toBeNull();
      await here.page.getByRole('button', { name: 'Stop', exact: true }).click();
      await expect(here.page.getByText('Stopped. Nothing was changed.')).toBeVisible();
      await killHeld(here.app);
      await expect(here.page.getByRole('progressbar')).toHaveCount(0);
      expect(readdirSync(folder)).toEqual(['here']);
    });

    await test.step('saved, and no cell of it runs in a spreadsheet', async () => {
      await saveAsCsv(here.page);
      for (const [name, bytes] of await readZip(first)) {
        if (!name.endsWith('.csv')) continue;
        const cells = [...readCsv(bytes.toString('utf8'), ',')].flatMap((row) => row.cells);
        expect([name, cells.filter(isFormula)]).toEqual([name, []]);
      }
    });

    await test.step('brought back at an empty computer, it leaves again byte for byte the same', async () => {
      const other = await launch({ profile: join(folder, 'other') });
      await answerDialogs(other.app, second, first);
      await other.page.getByRole('button', { name: 'Bring a shop back from a file…' }).click();
      await other.page.getByLabel('Recovery code of that shop').fill(recoveryCode, { timeout: 60_000 });
      await other.page.getByRole('dialog').getByRole('button', { name: 'Bring this shop back' }).click();
      await expect(lockScreen(other.page).password).toBeVisible({ timeout: 60_000 });
      await saveAsCsv(other.page);
      const differing = [...ofEachComputer.map((name) => `tables/${name}.csv`), 'manifest.json'];
      const [before, after] = [await readZip(first), await readZip(second)];
      expect(sums(after, differing)).toEqual(sums(before, differing));
      expect([...after.keys()]).toEqual([...before.keys()]);
      // The log goes on from where it was.
      const log = 'tables/auditEntries.csv';
      const entries = String(before.get(log));
      expect(String(after.get(log)).startsWith(entries)).toBe(true);
      expect((await ask(other.page, 'audit.state', {})).openFindings).toBe(0);
      expect(existsSync(join(folder, 'other', 'shop.db'))).toBe(true);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
