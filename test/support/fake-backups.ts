import type { DesktopBackups } from '../../src/main/app/desktop-backups.ts';
import type { BackupRow, BackupsState } from '../../src/shared/contract/backup-fields.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { money } from '../../src/shared/domain/money.ts';

/** Backups that are made of nothing; what was asked is remembered. Real ones are tried in `main/shell/backups`. */
export type FakeBackups = DesktopBackups & { readonly asked: string[]; rows: readonly BackupRow[] };

export const chosenPlaceToken = 'b'.repeat(32);

export const oneBackup: BackupRow = {
  ...{
    name: 'shop-20261122T110000Z',
    madeAt: Date.UTC(2026, 10, 22, 11),
    cause: 'automatic',
    state: 'verified',
  },
  ...{ verifiedAt: Date.UTC(2026, 10, 22, 11), stillTrueAt: null, encrypted: false, bytes: 1_400_000 },
  ...{ places: ['first'], keptAs: ['hour', 'day', 'month'] },
  facts: {
    ...{
      shop: 'Corner Shop',
      schema: 12,
      orders: 42,
      sales: money(123_456),
      currency: 'GBP',
      currencyExponent: 2,
    },
    lastOrder: { number: '42', at: Date.UTC(2026, 10, 22, 10, 59), total: money(350) },
    ...{ products: 12, customers: 3 },
  },
};

export function createFakeBackups(): FakeBackups {
  const asked: string[] = [];
  const state: BackupsState = {
    ...{ verifiedAt: oneBackup.verifiedAt, level: 'good', rehearsal: null, failure: null },
    ...{ running: null, isByItself: false },
    ...{ automatic: true, isEncrypted: false, second: null, restoreFailure: null },
    csv: { schedule: 'never', last: null, failure: null },
    first: { path: '/shops/backups', freeBytes: 9_000_000_000, warnings: [] },
  };
  const fake: FakeBackups = {
    asked,
    rows: [oneBackup],
    state: async () => state,
    list: async () => fake.rows,
    async make() {
      asked.push('make');
      return oneBackup;
    },
    async check(name) {
      if (!fake.rows.some((row) => row.name === name)) throw new AppError('backup-gone');
      asked.push(`check ${name}`);
      return { facts: oneBackup.facts, problems: [] };
    },
    setAutomatic: (isAutomatic) => void asked.push(`automatic ${isAutomatic}`),
    setCsvSchedule: (schedule) => void asked.push(`csv ${schedule}`),
    async *csvPieces(some, { onProgress, signal }, onMade) {
      asked.push(some === null ? 'csv of all' : `csv of ${some.tables.join(', ')}`);
      onProgress({ done: 1, total: 2 });
      signal.throwIfAborted();
      onMade({ rows: 3, bytes: 4 });
      yield Buffer.from('rows');
    },
    setPassphrase: async (passphrase) => void asked.push(passphrase === null ? 'open' : 'encrypted'),
    chooseSecondPlace: async () => ({
      ...{ token: chosenPlaceToken, path: '/stick/Orderlla backups', warnings: [], problem: null },
    }),
    setSecondPlace(token) {
      if (token !== null && token !== chosenPlaceToken) return false;
      asked.push(token === null ? 'no second place' : 'second place');
      return true;
    },
    showFolder(place) {
      asked.push(`show ${place}`);
      return place === 'first';
    },
  };
  return fake;
}
