import type { PricedLine } from '../../../shared/domain/pricing.ts';
import type { OrderLinesTable } from '../../database/order-tables.ts';
import type { SoldLine } from './sold-lines.ts';

/** A line as it is sold and priced, as the row that keeps it: names, prices, taxes and cost are frozen here. */
export function lineRow(
  line: SoldLine,
  amounts: PricedLine,
  { orderId, lineNo }: Pick<OrderLinesTable, 'orderId' | 'lineNo'>,
): OrderLinesTable {
  return {
    orderId,
    lineNo,
    productId: line.product?.id ?? null,
    name: line.name,
    sku: line.sku,
    unit: line.unit,
    quantity: line.quantity,
    listPrice: line.listPrice,
    unitPrice: line.unitPrice,
    discountRate: line.discount?.kind === 'percent' ? line.discount.rate : null,
    ...amountColumns(amounts),
    unitCost: line.unitCost,
    note: line.note || null,
  };
}

/** What a line came to, as its row keeps it. */
export function amountColumns(amounts: PricedLine) {
  const { gross, discount, orderDiscount, net, tax, taxes, total } = amounts;
  return { gross, discount, orderDiscount, net, tax, total, taxes: JSON.stringify(taxes) };
}

/** What a line came to, read back from its row. */
export function pricedLineOf(row: OrderLinesTable): PricedLine {
  const { gross, discount, orderDiscount, net, tax, total } = row;
  return { gross, discount, orderDiscount, net, tax, total, taxes: JSON.parse(row.taxes) };
}
