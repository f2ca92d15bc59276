import { type Money, money, mostMoney, multiplyMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { pieces, type Quantity } from '../../../shared/domain/quantity.ts';
import type { ForeignRow } from '../../database/read-foreign-tables.ts';
import type { DraftParts } from './draft-parts.ts';
import type { DraftLine } from './orderlla-draft.ts';
import { readAmount, readId, readQuantity, readText } from './source-values.ts';

type Worth = { readonly lines: readonly DraftLine[]; readonly discount: Money; readonly total: Money };

const mostLines = 500;

/**
 * The lines of an order and what it came to. Orderlla kept no price with an order: lines bear the product's price,
 * and what was paid is kept all the same, explained by a discount or a line of its own. Null where the order cannot
 * come in: its total is below zero, or beyond what any shop sells.
 */
export function readOrderLines(row: ForeignRow, oldId: number, parts: DraftParts): Worth | null {
  const { shop, odd } = parts;
  const known = readItems(row, oldId, parts);
  const written = readAmount(row.total, shop.currencyExponent);
  if (written?.rounded) odd.note('amount-rounded', oldId);
  if (written !== null && written.amount < 0) return null;
  try {
    if (written === null) odd.note('total-missing', oldId);
    return asPaid(known, written?.amount ?? sumOf(known), oldId, parts);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function asPaid(known: readonly DraftLine[], total: Money, oldId: number, { odd }: DraftParts): Worth | null {
  const lines = [...priceUnknown(known, total)];
  const sum = sumOf(lines);
  if (sum > mostMoney) return null;
  if (lines.length === 0) odd.note('items-unknown', oldId);
  else if (sum > total) odd.note('total-lower', oldId);
  else if (sum < total) odd.note('total-higher', oldId);
  const difference = money(total - sum);
  if (lines.length === 0 || difference > 0) {
    const name = lines.length === 0 ? 'Unknown products' : 'Difference to what was paid';
    lines.push({ oldProductId: null, name, quantity: pieces(1), unitPrice: difference });
  }
  return { lines, discount: difference < 0 ? money(-difference) : zeroMoney, total };
}

function sumOf(lines: readonly DraftLine[]): Money {
  let sum = 0;
  for (const { unitPrice, quantity } of lines) sum = money(sum + multiplyMoney(unitPrice, quantity));
  return money(sum);
}

/** A single product that is gone cost what the others did not, where that parts evenly over its pieces. */
function priceUnknown(lines: readonly DraftLine[], total: Money): readonly DraftLine[] {
  const unknown = lines.filter((line) => line.oldProductId === null);
  const rest = total - sumOf(lines);
  const [only] = unknown;
  if (unknown.length !== 1 || only === undefined || rest <= 0) return lines;
  const count = only.quantity / 1000;
  if (!Number.isInteger(count) || rest % count !== 0) return lines;
  return lines.map((line) => (line === only ? { ...only, unitPrice: money(rest / count) } : line));
}

function readItems(row: ForeignRow, oldId: number, { products, odd }: DraftParts): readonly DraftLine[] {
  const lines: DraftLine[] = [];
  for (const [key, value] of itemsOf(row.items ?? row.items_json)) {
    const quantity = readQuantity(String(value));
    if (quantity === null || quantity <= 0 || lines.length >= mostLines) {
      odd.note('quantity-unreadable', oldId);
      continue;
    }
    lines.push(lineOf(key, quantity, oldId, { products, odd }));
  }
  return lines;
}

function lineOf(
  key: string,
  quantity: Quantity,
  oldId: number,
  { products, odd }: Pick<DraftParts, 'products' | 'odd'>,
): DraftLine {
  const product = products.get(readId(key) ?? 0);
  if (product) {
    return { oldProductId: product.oldId, name: product.name, quantity, unitPrice: product.price };
  }
  odd.note('product-gone', oldId);
  return {
    oldProductId: null,
    name: readText(`Unknown product ${key}`, 300),
    quantity,
    unitPrice: zeroMoney,
  };
}

/** A JSON map from product to quantity; nothing where it is none. */
function itemsOf(written: string | null | undefined): readonly (readonly [string, unknown])[] {
  try {
    const items: unknown = JSON.parse(written ?? '');
    // One that was written twice, as a text within a text.
    const map: unknown = typeof items === 'string' ? JSON.parse(items) : items;
    return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.entries(map) : [];
  } catch {
    return [];
  }
}
