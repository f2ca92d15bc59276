import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, sumMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { type PricedOrder, priceOrder } from '../../../shared/domain/pricing.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { taxesOfClass } from '../catalog/taxes.ts';
import {
  customerForOrder,
  type ProductForSale,
  productForSale,
  tenderForPayment,
} from '../orders/order-statements.ts';
import { writeRefund } from '../refunds/write-refund.ts';
import { type ReturnedLine, requireCountable } from './returned-lines.ts';
import { writeReturn } from './write-return.ts';

type Input = Parsed<'returns.createWithoutReceipt'>;
type Goods = { readonly line: Input['lines'][number]; readonly product: ProductForSale };

/**
 * Takes goods back that nobody has the receipt of: at today's price or less, up to the shop's cap. A return without
 * an order is the flag. Cash goes back at once; anything else waits for somebody who initiates it.
 */
export const createReturnWithoutReceipt: CommandHandler<'returns.createWithoutReceipt'> = (ctx, input) => {
  const { note } = input;
  if (looksLikeCardNumber(note) || looksLikeCardNumber(input.reference)) {
    throw new AppError('card-number-in-text');
  }
  const customerId = customerOf(ctx, input.customerId);
  const lines = linesOfToday(ctx, input);
  const total = sumMoney(lines.map((line) => line.total));
  const cap = ctx.shop.returnCap;
  if (total > cap) throw new AppError('return-above-cap', { cap, total });
  const returnId = writeReturn(ctx, { orderId: null, customerId, lines, rounding: zeroMoney, note });
  const { refundedInCash, refundAwaiting } = refundWithoutReceipt(ctx, input, returnId, total);
  ctx.note(`return ${returnId}`, { withoutReceipt: true, total, lines: lines.length });
  const noSale = { exchangeOrderId: null, exchanged: zeroMoney, paid: zeroMoney, change: zeroMoney };
  return { ...noSale, returnId, credited: total, refundedInCash, refundAwaiting };
};

/** The goods at what they are given back at, with the tax that such a price bears today. */
function linesOfToday(ctx: CommandContext, { lines }: Input): readonly ReturnedLine[] {
  const goods = lines.map((line): Goods => ({ line, product: requireProduct(ctx, line) }));
  const priced = pricedGoods(ctx, goods);
  return goods.map(({ line, product }, index) => {
    const amounts = priced.lines[index];
    if (!amounts) throw new Error('a line was not priced');
    const { net, tax, taxes, total } = amounts;
    return {
      orderLineNo: null,
      productId: product.id,
      name: product.fullName,
      sku: product.sku,
      unit: product.unit,
      unitCost: product.cost,
      quantity: line.quantity,
      ...{ net, tax, taxes, total },
      reason: line.reason,
      disposition: line.disposition,
    };
  });
}

/** @throws AppError `product-gone`, `quantity-not-positive`, `whole-pieces-only`, `return-above-price`. */
function requireProduct(ctx: CommandContext, line: Goods['line']): ProductForSale {
  const product = productForSale.get(ctx.db, { productId: line.productId });
  if (!product || product.archivedAt !== null || product.kind === 'parent') {
    throw new AppError('product-gone', { name: product?.name ?? `${line.productId}` });
  }
  const name = product.fullName;
  requireCountable({ name, unit: product.unit }, line.quantity);
  if (line.unitPrice > product.price)
    throw new AppError('return-above-price', { name, price: product.price });
  return product;
}

/** @throws AppError `invalid-input` where the amounts are beyond what any shop sells. */
function pricedGoods({ db, shop, today }: CommandContext, goods: readonly Goods[]): PricedOrder {
  const lines = goods.map(({ line: { unitPrice, quantity }, product }) => {
    return { unitPrice, quantity, discount: null, taxes: taxesOfClass(db, product.taxClassId, today) };
  });
  const { taxRounding } = shop;
  try {
    return priceOrder({
      lines,
      orderDiscount: null,
      pricesIncludeTax: shop.pricesIncludeTax === 1,
      taxRounding,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid-input', { field: 'lines', reason: 'too large' });
  }
}

/** @throws AppError `tender-gone`, `reference-missing` where what settles at once asks for one. */
function refundWithoutReceipt(
  ctx: CommandContext,
  { tenderId, reference, lines }: Input,
  returnId: number,
  amount: Money,
) {
  const tender = tenderForPayment.get(ctx.db, { tenderId });
  if (!tender) throw new AppError('tender-gone');
  const settled = tender.kind === 'cash';
  if (settled && tender.asksReference === 1 && reference === '') {
    throw new AppError('reference-missing', { tender: tender.name });
  }
  if (amount === 0) return { refundedInCash: zeroMoney, refundAwaiting: zeroMoney };
  const nowhere = { orderId: null, paymentNo: null, cause: 'return' as const };
  const reason = lines[0]?.reason ?? 'other';
  const { rounding } = writeRefund(ctx, { ...nowhere, returnId, tender, amount, reference, reason, settled });
  return settled
    ? { refundedInCash: sumMoney([amount, rounding]), refundAwaiting: zeroMoney }
    : { refundedInCash: zeroMoney, refundAwaiting: amount };
}

/** Who brings it, as the directory has them now. @throws AppError `not-found`. */
function customerOf({ db }: CommandContext, customerId: number | null): number | null {
  if (customerId === null) return null;
  const customer = customerForOrder.get(db, { customerId });
  if (!customer) throw new AppError('not-found', { what: 'customer' });
  return customer.id;
}
