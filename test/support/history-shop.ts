import { sql } from 'kysely';
import { afterEach, beforeEach, expect } from 'vitest';
import type { HistoryChoices } from '../../src/shared/contract/history-choices.ts';
import { checkShop } from './check-shop.ts';
import { createOpenShop, type TestApp } from './create-test-app.ts';
import { importHistory, sendHistory } from './history-file.ts';

type Row = Record<string, string | number | null>;

/** A new shop for each test of the file, into which sales history comes; after each it holds to the rules of shops. */
export function historyShopForTests() {
  let test: TestApp;
  beforeEach(async () => {
    test = await createOpenShop();
  });
  afterEach(async () => {
    expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
    await test.close();
  });
  return {
    get test(): TestApp {
      return test;
    },
    /** What a file would bring. */
    async look(sales: string | Uint8Array, choices: HistoryChoices = {}, pieceBytes?: number) {
      const uploadId = await sendHistory(test, { sales }, pieceBytes);
      return test.ask('historyImport.preview', { uploadId, choices });
    },
    /** Brings a file in, and holds it to its own comparison. `columns` are what its columns were taken for. */
    async bringIn(sales: string, choices: HistoryChoices = {}) {
      const { preview, made } = await importHistory(test, { sales }, choices);
      const reconciled = await test.ask('historyImport.reconcile', { importId: made.importId });
      expect(reconciled.agrees).toBe(true);
      const { headers = [], mapping = {} } = preview.files[0] ?? {};
      const columns = Object.fromEntries(
        Object.entries(mapping).map(([field, index]) => [field, headers[index ?? -1]]),
      );
      return { preview, made, columns, odd: preview.odd.map(({ code }) => code) };
    },
    rowsOf: (text: string): readonly Row[] => test.file.read.all(sql<Row>`${sql.raw(text)}`),
  };
}
