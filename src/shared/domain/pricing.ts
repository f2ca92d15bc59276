import { allocate } from './allocate.ts';
import { type Discount, discountOn } from './discount.ts';
import { type Money, money, multiplyMoney, zeroMoney } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { Rate } from './rate.ts';
import { splitTax, sumRates, type Tax, type TaxAmount, taxOn, taxTogether } from './tax.ts';

/** A line as it is sold; a negative quantity is a return on an exchange. */
export type PricingLine = {
  readonly unitPrice: Money;
  readonly quantity: Quantity;
  /** On the whole line, not on each piece. */
  readonly discount: Discount | null;
  readonly taxes: readonly Tax[];
};

/** Where tax is rounded: on each line, or on the order once for all lines with the same taxes. */
export type TaxRounding = 'line' | 'order';

export type PricingInput = {
  readonly lines: readonly PricingLine[];
  readonly orderDiscount: Discount | null;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: TaxRounding;
};

export type PricedLine = {
  /** Unit price × quantity, rounded once. */
  readonly gross: Money;
  /** The line's own discount. */
  readonly discount: Money;
  /** Its share of the order's discount. */
  readonly orderDiscount: Money;
  /** After the discounts, before tax. */
  readonly net: Money;
  readonly tax: Money;
  /** One for each of the line's taxes, in their order. */
  readonly taxes: readonly TaxAmount[];
  /** What is paid for the line: net + tax. */
  readonly total: Money;
};

/** What one tax at one rate came to over the order, and the net amount that it was taken on. */
export type TaxTotal = TaxAmount & { readonly taxable: Money };

export type PricedOrder = {
  readonly lines: readonly PricedLine[];
  /** Σ gross of the lines, before any discount; holds tax where prices include it. */
  readonly subtotal: Money;
  readonly lineDiscount: Money;
  readonly orderDiscount: Money;
  readonly net: Money;
  readonly tax: Money;
  readonly taxes: readonly TaxTotal[];
  readonly total: Money;
  /** Both discounts together: what the customer saved. */
  readonly savings: Money;
};

type DiscountedLine = Pick<PricedLine, 'gross' | 'discount' | 'orderDiscount'> & { readonly amount: Money };

/**
 * Prices an order: the one place where amounts are made, shown by the window and decided by main.
 *
 * Line discounts come first; the order's discount is then allocated over the lines by largest remainder,
 * before tax. It takes from sold lines only: goods that come back on an exchange are worth what was paid
 * for them. (An order of nothing but returns is the mirror of the sale.) Every figure of the order is the
 * sum over its lines. Throws RangeError where an amount leaves the safe integers or a rate is negative.
 */
export function priceOrder(input: PricingInput): PricedOrder {
  const discounted = discountLines(input.lines, input.orderDiscount);
  const taxes = input.taxRounding === 'line' ? taxByLine(input, discounted) : taxByOrder(input, discounted);
  const lines = discounted.map((line, index): PricedLine => {
    const { gross, discount, orderDiscount, amount } = line;
    const lineTaxes = taxes[index] ?? [];
    let tax = 0;
    for (const one of lineTaxes) tax += one.amount;
    const net = input.pricesIncludeTax ? amount - tax : amount;
    return {
      gross,
      discount,
      orderDiscount,
      net: money(net),
      tax: money(tax),
      taxes: lineTaxes,
      total: money(net + tax),
    };
  });
  return sumOrder(lines);
}

function discountLines(
  lines: readonly PricingLine[],
  orderDiscount: Discount | null,
): readonly DiscountedLine[] {
  const own = lines.map((line) => {
    const gross = multiplyMoney(line.unitPrice, line.quantity);
    const discount = discountOn(gross, line.discount);
    return { gross, discount, amount: money(gross - discount) };
  });
  const shares = orderDiscount === null ? [] : shareOrderDiscount(own, orderDiscount);
  return own.map((line, index) => {
    const share = shares[index] ?? zeroMoney;
    return { ...line, orderDiscount: share, amount: money(line.amount - share) };
  });
}

function shareOrderDiscount(
  lines: readonly { readonly amount: Money }[],
  discount: Discount,
): readonly Money[] {
  const side = lines.some((line) => line.amount > 0) ? 1 : -1;
  const weights = lines.map((line) => (line.amount * side > 0 ? line.amount : 0));
  let base = 0;
  for (const weight of weights) base = money(base + weight);
  return base === 0 ? [] : allocate(discountOn(money(base), discount), weights);
}

function taxByLine(input: PricingInput, lines: readonly DiscountedLine[]): readonly (readonly TaxAmount[])[] {
  return lines.map((line, index) => {
    const taxes = input.lines[index]?.taxes ?? [];
    if (taxes.length === 0) return [];
    const parts = splitTax(taxOn(line.amount, sumRates(taxes), input.pricesIncludeTax), taxes);
    return namedAmounts(taxes, parts);
  });
}

function taxByOrder(
  input: PricingInput,
  lines: readonly DiscountedLine[],
): readonly (readonly TaxAmount[])[] {
  const groups = new Map<string, number[]>();
  input.lines.forEach((line, index) => {
    const key = taxesKey(line.taxes);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  const result: (readonly TaxAmount[])[] = lines.map(() => []);
  for (const group of groups.values()) {
    const taxes = input.lines[group[0] ?? 0]?.taxes ?? [];
    if (taxes.length === 0) continue;
    const amounts = group.map((index) => lines[index]?.amount ?? zeroMoney);
    taxTogether(amounts, taxes, input.pricesIncludeTax).forEach((parts, position) => {
      result[group[position] ?? 0] = namedAmounts(taxes, parts);
    });
  }
  return result;
}

/** Equal for equal taxes in the same order. */
function taxesKey(taxes: readonly Tax[]): string {
  let key = '';
  for (const tax of taxes) key += `${tax.rate} ${tax.name}\u0000`;
  return key;
}

function namedAmounts(taxes: readonly Tax[], parts: readonly Money[]): readonly TaxAmount[] {
  return taxes.map(({ name, rate }, index) => ({ name, rate, amount: parts[index] ?? zeroMoney }));
}

/** What priced lines come to together: an order made anew, or what is left of one when lines are cancelled. */
export function sumOrder(lines: readonly PricedLine[]): PricedOrder {
  const sum = (pick: (line: PricedLine) => Money): Money => {
    let total = 0;
    for (const line of lines) total = money(total + pick(line));
    return money(total);
  };
  const lineDiscount = sum((line) => line.discount);
  const orderDiscount = sum((line) => line.orderDiscount);
  return {
    lines,
    subtotal: sum((line) => line.gross),
    lineDiscount,
    orderDiscount,
    net: sum((line) => line.net),
    tax: sum((line) => line.tax),
    taxes: sumTaxes(lines),
    total: sum((line) => line.total),
    savings: money(lineDiscount + orderDiscount),
  };
}

/** Groups by name and rate, in the order in which the lines first bear them. */
function sumTaxes(lines: readonly PricedLine[]): readonly TaxTotal[] {
  const totals = new Map<string, { name: string; rate: Rate; taxable: Money; amount: Money }>();
  for (const line of lines) {
    line.taxes.forEach(({ name, rate, amount }, index) => {
      const key = `${rate} ${name}`;
      const total = totals.get(key) ?? { name, rate, taxable: zeroMoney, amount: zeroMoney };
      // A tax that a line bears twice is taken twice, but on the same net amount.
      const isRepeated = line.taxes.findIndex((one) => one.name === name && one.rate === rate) < index;
      if (!isRepeated) total.taxable = money(total.taxable + line.net);
      total.amount = money(total.amount + amount);
      totals.set(key, total);
    });
  }
  return [...totals.values()];
}
