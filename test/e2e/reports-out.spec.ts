import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ElectronApplication, Page } from 'playwright';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { ask } from './ask.ts';
import { expect, test } from './host.ts';
import { importCsv } from './import-csv.ts';
import { openShop, showScreen } from './open-shop.ts';
import { plainCatalogue } from './own-catalogue.ts';
import { pdfText } from './pdf-text.ts';

test.beforeEach(async ({ page }) => {
  await openShop(page);
  await importCsv(page, plainCatalogue);
  for (const [index, [productId, count]] of sales.entries()) await sell(page, productId, count, index);
});

/** Tea (1) at 4.50 and bread (2) at 3.20, most of it in cash. */
const sales = [
  [1, 3],
  [2, 2],
  [1, 1],
  [2, 7],
] as const;

async function sell(page: Page, productId: number, count: number, index: number): Promise<void> {
  const unitPrice = money(productId === 1 ? 450 : 320);
  const total = money(unitPrice * count);
  await ask(page, 'orders.place', {
    cartId: `sale-${index}`,
    kind: 'counter',
    lines: [
      {
        ...{ productId, name: 'as seen', quantity: pieces(count), unitPrice, priceOverridden: false },
        ...{ discount: null, note: '', taxClassId: null },
      },
    ],
    ...{ orderDiscount: null, customerId: null, note: '', oversellAccepted: [], expectedTotal: total },
    delivery: null,
    tenders: [{ tenderId: index === 0 ? 2 : 1, amount: total, reference: index === 0 ? 'A1' : '' }],
  });
}

/** Where the person would say: the dialog belongs to the system, which no test can press. */
async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Every row of the report's table as it is read on the screen, the totals too; the last column leads elsewhere. */
async function screenRows(page: Page, report: string): Promise<string[][]> {
  const grid = page.getByRole('grid', { name: `Table of ${report}` });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  return grid.evaluate((table) =>
    [...table.querySelectorAll('[role="row"]')]
      .slice(1)
      .map((row) =>
        [...row.querySelectorAll('[role="gridcell"], [role="rowheader"], [role="cell"]')].map(
          (cell) => cell.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '',
        ),
      ),
  );
}

/** The figures above the table. */
function screenFigures(page: Page): Promise<string> {
  return page.getByRole('region', { name: 'Figures' }).innerText();
}

async function takeOut(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: 'Save or print' }).click();
  await page.getByRole('menuitem', { name: way }).click();
}

/** `1,234.50`, `45.5%` and a dash for nothing as a file writes them. */
function plain(cell: string): string {
  return cell === '–' ? '' : cell.replaceAll(',', '').replace(/%$/u, '').replace('\u2212', '-');
}

for (const [report, title] of [
  ['products', 'Products'],
  ['payments', 'Payments'],
  ['sales', 'Sales'],
] as const) {
  test(`what leaves the report of ${report} says what the screen says`, async ({ orderlla }) => {
    const { app, page, profile } = orderlla;
    await showScreen(page, `/reports/${report}?range=last-7-days&compare=none&columns=all`);
    const rows = await screenRows(page, title);
    const figures = await screenFigures(page);
    expect(rows.length).toBeGreaterThan(2);

    const csv = join(profile, 'report.csv');
    await answerSaveDialog(app, csv);
    await takeOut(page, 'Table as CSV…');
    await expect(page.getByText(`Saved report.csv with ${rows.length - 1} rows.`)).toBeVisible();
    const [, ...written] = parse(readFileSync(csv), { bom: true }) as string[][];
    // Days are written as 2026-11-29 in a file; everything else is called what it is called on the screen.
    if (report !== 'sales') expect(written.map(([name]) => name)).toEqual(rows.map(([name]) => name));
    expect(written.map((row) => row.slice(1).map(rounded))).toEqual(
      rows.map((row) => row.slice(1, written[0]?.length).map(plain).map(rounded)),
    );

    const pdf = join(profile, 'report.pdf');
    await answerSaveDialog(app, pdf);
    await takeOut(page, 'Report as PDF…');
    await expect(page.getByText('Saved report.pdf.')).toBeVisible();
    const { pages, pictures } = await pdfText(pdf);
    const said = pages.join(' ');
    expect(pictures).toBe(1);
    expect(said).toContain('Harbour & Hearth');
    expect(said).toContain('by Olga Owner');
    for (const row of rows) for (const cell of row) expect(said).toContain(cell);
    for (const amount of figures.match(/€[\d,.]+/gu) ?? []) expect(said).toContain(amount);
    expect(figures.match(/€[\d,.]+/gu)?.length).toBeGreaterThan(0);
  });
}

test('a compared report names its figures in whole words on a sheet on its side', async ({ orderlla }) => {
  const { app, page, profile } = orderlla;
  await showScreen(page, '/reports/sales?range=last-12-months&compare=previous&columns=all');
  await screenRows(page, 'Sales');
  const pdf = join(profile, 'report.pdf');
  await answerSaveDialog(app, pdf);
  await takeOut(page, 'Report as PDF…');
  await expect(page.getByText('Saved report.pdf.')).toBeVisible();
  const { pages } = await pdfText(pdf);
  // The figures and the chart share the first sheet.
  for (const figure of ['Net sales', 'Gross sales', 'Net sales without tax'])
    expect(pages[0]).toMatch(new RegExp(`${figure}\\s+€`, 'u'));
});

/** Shares are shown to a tenth of a percent and written in full. */
function rounded(cell: string): string {
  return /^\d+\.\d{3,}$/u.test(cell) ? String(Math.round(Number(cell) * 10) / 10) : cell;
}

test('the chart leaves as a picture, and the report on paper', async ({ orderlla }) => {
  const { app, page, profile, prints } = orderlla;
  await showScreen(page, '/reports/sales?range=last-7-days&compare=none&columns=all');
  const rows = await screenRows(page, 'Sales');
  const png = join(profile, 'chart.png');
  await answerSaveDialog(app, png);
  await takeOut(page, 'Chart as picture…');
  await expect(page.getByText('Saved chart.png.')).toBeVisible();
  const seen = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data: pixels } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    const colours = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const colour = [...pixels.slice(at, at + 4)].join();
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const share = (colours.get('255,255,255,255') ?? 0) / (bitmap.width * bitmap.height);
    return { width: bitmap.width, height: bitmap.height, colours: colours.size, share };
  }, readFileSync(png).toString('base64'));
  expect(seen.width).toBeGreaterThan(600);
  expect(seen.height).toBeGreaterThan(200);
  expect(seen.colours).toBeGreaterThan(10);
  // On white, whatever the theme; and more than white.
  expect(seen.share).toBeGreaterThan(0.5);
  expect(seen.share).toBeLessThan(0.99);

  await page.keyboard.press('Control+P');
  const dialog = page.getByRole('dialog', { name: 'Print Sales' });
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect(page.getByText('Sent to the printer.')).toBeVisible();
  await expect(dialog).toBeHidden();
  const { pages, pictures } = await pdfText(join(prints, 'print-001.pdf'));
  expect(pictures).toBe(1);
  for (const row of rows) for (const cell of row) expect(pages.join(' ')).toContain(cell);
  const { options } = JSON.parse(readFileSync(join(prints, 'print-001.json'), 'utf8'));
  expect(options).toMatchObject({ landscape: true, pageSize: { width: 210_000, height: 297_000 } });
});

test('a file that cannot be written is said in plain words, and leaves nothing behind', async ({
  orderlla,
}) => {
  const { app, page, profile } = orderlla;
  await showScreen(page, '/reports/payments?range=last-7-days&compare=none&columns=all');
  await screenRows(page, 'Payments');
  const before = readdirSync(profile);
  await answerSaveDialog(app, join(profile, 'unplugged', 'report.csv'));
  for (const way of ['Table as CSV…', 'Report as PDF…', 'Chart as picture…']) {
    await takeOut(page, way);
    const said = page.getByText('The file was not saved: the place that you chose is not there any more.');
    await expect(said).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss notice' }).click();
    await expect(said).toBeHidden();
  }
  expect(readdirSync(profile)).toEqual(before);
});

test('a person without the right takes nothing along', async ({ orderlla }) => {
  const { page } = orderlla;
  const { staffId } = await ask(page, 'staff.add', { name: 'Vera', role: 'viewer', pin: '730184' });
  await ask(page, 'session.lock', {});
  await ask(page, 'session.signIn', { staffId, pin: '730184' });
  await showScreen(page, '/reports/sales?range=last-7-days');
  await page.getByRole('button', { name: 'Save or print' }).click();
  for (const name of [/^Table as CSV…/, /^Report as PDF…/, /^Chart as picture…/])
    await expect(page.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('menuitem', { name: /^Print…/ })).not.toHaveAttribute('aria-disabled', 'true');
});
