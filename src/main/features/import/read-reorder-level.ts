import type { Quantity } from '../../../shared/domain/quantity.ts';
import { excerpt } from '../csv/row-problem.ts';
import type { TableRow } from './catalog-table.ts';
import type { CellReader } from './cell-reader.ts';

/** The quantity below which a product is ordered anew; one below zero is none (reported). */
export function readReorderLevel<Field extends string>(
  row: TableRow,
  reader: CellReader<Field>,
  field: Field,
): Quantity | null {
  const level = reader.quantity(row, field);
  if (level === null || level >= 0) return level;
  reader.note(row, 'amount-negative', { text: excerpt(reader.text(row, field)) });
  return null;
}
