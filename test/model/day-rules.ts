import type { ShopRule } from '../support/shop-rule.ts';

/** Every instant that has a business date beside it: in the model's shop the days are those of UTC. */
const dated: readonly (readonly [table: string, at: string, date: string])[] = [
  ['orders', 'placedAt', 'businessDate'],
  ['payments', 'at', 'businessDate'],
  ['refunds', 'openedAt', 'businessDate'],
  ['refunds', 'settledAt', 'settledDate'],
  ['returns', 'at', 'businessDate'],
  ['invoices', 'at', 'businessDate'],
  ['stockMovements', 'at', 'businessDate'],
  ['stockReceipts', 'at', 'businessDate'],
  ['stockAdjustments', 'at', 'businessDate'],
  ['stockCounts', 'endedAt', 'businessDate'],
  ['timerRuns', 'startedAt', 'businessDate'],
  ['auditEntries', 'at', 'businessDate'],
];

// An opening stock is put on the shelf by the test itself, on its first day.
const isOwn = "type <> 'opening'";

/** Whatever happened, happened on the day that its instant lies in. */
export const dayRules: readonly ShopRule[] = dated.map(([table, at, date]) => [
  `${table} with another ${date} than ${at} has`,
  `SELECT 1 FROM ${table} WHERE ${at} IS NOT NULL AND ${table === 'stockMovements' ? isOwn : 'TRUE'}
     AND ${date} IS NOT CAST(strftime('%Y%m%d', ${at} / 1000, 'unixepoch') AS INTEGER)`,
]);
