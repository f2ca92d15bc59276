import type { ShopRule } from './shop-rules.ts';

/** Orders that a quick look adds up. */
const newest = 500;
const isNewest = (orderId: string): string =>
  `${orderId} > (SELECT ifnull(max(id), 0) FROM orders) - ${newest}`;

/**
 * What must hold of the newest orders, which are the ones that were under way when the computer stopped: a moment's
 * work however large the shop is. All orders are looked at by `shop-rules.ts`.
 */
export const newestRules: readonly ShopRule[] = [
  {
    area: 'money',
    what: 'of the newest, orders unlike the sum of their lines',
    rows: `SELECT o.id FROM orders o WHERE ${isNewest('o.id')} AND (o.lineCount, o.subtotal, o.tax, o.total - o.rounding)
      IS NOT (SELECT count(*), ifnull(sum(gross), 0), ifnull(sum(tax), 0), ifnull(sum(total), 0)
        FROM orderLines WHERE orderId = o.id)`,
  },
  {
    area: 'money',
    what: 'of the newest, orders unlike their payments',
    rows: `SELECT o.id FROM orders o WHERE ${isNewest('o.id')}
      AND o.paid <> (SELECT ifnull(sum(amount), 0) FROM payments WHERE orderId = o.id)`,
  },
  {
    area: 'stock',
    what: 'products of the newest orders whose stock is not the sum of its ledger',
    rows: `SELECT s.productId FROM productStock s
      WHERE s.productId IN (SELECT productId FROM orderLines WHERE ${isNewest('orderId')} AND productId IS NOT NULL)
      AND (s.onHand, s.reserved) IS NOT (
        SELECT ifnull(sum(onHandChange), 0), ifnull(sum(reservedChange), 0)
        FROM stockMovements WHERE productId = s.productId)`,
  },
  {
    area: 'numbers',
    what: 'of the newest, gaps in the order numbers',
    rows: `SELECT 1 FROM (SELECT max(id) AS last, min(id) AS first, count(*) AS n FROM orders WHERE ${isNewest('id')})
      WHERE last IS NOT NULL AND last - first + 1 <> n + (
        SELECT ifnull(sum(gapTo - gapFrom + 1), 0) FROM historyImports WHERE gapFrom BETWEEN first AND last)`,
  },
];
