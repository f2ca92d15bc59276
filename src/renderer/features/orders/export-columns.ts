import type { Input } from '../../../shared/contract/index.ts';
import { type OrderColumnKey, orderColumnChoice } from './order-columns.tsx';
import type { OrderList } from './use-order-list.ts';

type OrderExport = Extract<Input<'lists.export'>, { list: 'orders' }>;
type Column = OrderExport['columns'][number];

/** What a file has beside the columns of the list. */
const inFilesOnly = ['subtotal', 'discount', 'tax', 'refunded', 'note'] as const satisfies readonly Column[];

const everyLine = [
  'line',
  'product',
  'sku',
  'quantity',
  'unit',
  'unit-price',
  'line-discount',
  'line-tax',
  'line-total',
  'line-note',
] as const satisfies readonly OrderExport['lineColumns'][number][];

/** The columns of a file of orders: those that the list has, in its order, or all there are. The next step is none. */
export function exportColumns(
  { chosenColumns, filter }: Pick<OrderList, 'chosenColumns' | 'filter'>,
  all: boolean,
): readonly Column[] {
  const { usual, keys } = orderColumnChoice;
  const shown = chosenColumns ?? new Set([...usual, ...usefulFor(filter)]);
  const listed = keys.filter((key): key is Exclude<OrderColumnKey, 'step'> => key !== 'step');
  return ['number', ...listed.filter((key) => all || shown.has(key)), ...(all ? inFilesOnly : [])];
}

/** Columns that the filters bring into the list. */
function usefulFor({ status, payment }: OrderList['filter']): readonly OrderColumnKey[] {
  const isAboutDays = status === 'open' || status === 'due' || status === 'overdue';
  const isAboutMoney = payment === 'owing' || payment === 'awaiting' || payment === 'part-paid';
  return [...(isAboutDays ? (['day'] as const) : []), ...(isAboutMoney ? (['open'] as const) : [])];
}

/** What a row per line says of the line; costs only where they were asked for. */
export function exportLineColumns(withCost: boolean): readonly OrderExport['lineColumns'][number][] {
  return withCost ? [...everyLine, 'unit-cost'] : everyLine;
}
