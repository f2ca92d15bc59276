import { type Money, money } from '../../../shared/domain/money.ts';
import { decimalToInteger, parseDecimal } from '../../../shared/domain/typed-decimal.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const currency = preparedRead<object, { currency: string; currencyExponent: number }>(() =>
  query.selectFrom('shop').select(['currency', 'currencyExponent']),
);
const isOrder = preparedRead<{ id: number }, { id: number }>((slot) =>
  query.selectFrom('orders').select('id').where('id', '=', slot('id')),
);

/**
 * The amount that a search text may mean, in minor units: "12.50", "12,5", "€ 1.250", "1250 EUR". Plain digits are an
 * order's number where there is such an order. Null for anything else, and for what is no whole minor unit.
 */
export function typedAmount(db: ReadDb, text: string): Money | null {
  const shop = currency.get(db, {});
  if (!shop) return null;
  const bare = withoutCurrency(text, shop.currency);
  const decimal = parseDecimal(bare, () => (shop.currencyExponent === 3 ? 'decimal' : 'group'));
  const amount = decimal && decimalToInteger(decimal, shop.currencyExponent);
  if (!amount || amount.rounded || amount.value <= 0) return null;
  const isNumber = bare === text && /^\d+$/.test(text) && isOrder.get(db, { id: Number(text) });
  return isNumber ? null : money(amount.value);
}

function withoutCurrency(text: string, code: string): string {
  const signs = text.replace(/\p{Sc}/gu, '').trim();
  const upper = signs.toUpperCase();
  if (upper.startsWith(code)) return signs.slice(code.length).trim();
  return upper.endsWith(code) ? signs.slice(0, -code.length).trim() : signs;
}
