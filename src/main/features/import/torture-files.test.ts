import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { sendHistory } from '../../../../test/support/history-file.ts';
import { sharedData } from '../../../../test/support/shared-data.ts';
import { tortureCsv } from '../../../../test/support/torture-csv.ts';
import { finishSteps } from '../csv/steps.ts';
import { openCatalogSteps } from './read-catalog.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createOpenShop();
});
afterAll(() => test.close());

/** Headings and rows as the reader of products understands them. */
function asProducts(bytes: Uint8Array): readonly (readonly string[])[] {
  const { table } = finishSteps(openCatalogSteps(bytes, { hasHeader: true }));
  expect(table.leftOutRows).toEqual([]);
  return [table.headers, ...table.rows.map(({ cells }) => cells)];
}

/** The same, as the reader of histories does. */
async function asHistory(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const uploadId = await sendHistory(test, { sales: bytes });
  const choices = { files: { sales: { hasHeader: true } } };
  const { files } = await test.ask('historyImport.preview', { uploadId, choices });
  return [files[0]?.headers ?? [], ...(files[0]?.sample ?? [])];
}

describe('files that readers of CSV fall over', () => {
  it.each(tortureCsv)('are read cell by cell by every importer: %s', async (_name, bytes, rows) => {
    expect(asProducts(bytes)).toEqual(rows);
    expect(await asHistory(bytes)).toEqual(rows);
  });
});

const spectrum = sharedData('csv_spectrum/csvs');

describe.skipIf(spectrum === null)('csv-spectrum (skipped where the shared data is absent)', () => {
  const folder = spectrum ?? '';
  const names = spectrum === null ? [] : readdirSync(folder).map((file) => file.replace('.csv', ''));

  it.each(names)('is read by every importer as its JSON says: %s', async (name) => {
    const bytes = readFileSync(join(folder, `${name}.csv`));
    const expected = JSON.parse(readFileSync(join(folder, '../json', `${name}.json`), 'utf8')) as object;
    // Its JSON is one object and holds another phone number than the CSV.
    const wanted =
      name === 'location_coordinates' ? [{ ...expected, 'Contact Phone Number': '2095257564' }] : expected;
    for (const read of [asProducts(bytes), await asHistory(bytes)]) {
      const [head = [], ...rows] = read;
      expect(rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at]])))).toEqual(wanted);
    }
  });
});
