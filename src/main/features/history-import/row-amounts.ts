import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { mulDivRounded } from '../../../shared/domain/round.ts';
import { excerpt } from '../csv/row-problem.ts';
import { type Fine, fine, readCount, readRate, shareOf } from './fine-amounts.ts';
import type { RowCells } from './row-cells.ts';
import { isBackWord } from './row-kinds.ts';
import type { FileTerms, Understanding } from './understand.ts';

/** Reads what a row comes to: quantity, prices, discount, tax and cost, below zero for what came back. */
export class RowAmounts {
  readonly #cells: RowCells;
  readonly #file: FileTerms;
  readonly #understanding: Understanding;

  constructor(cells: RowCells, file: FileTerms, understanding: Understanding) {
    this.#cells = cells;
    this.#file = file;
    this.#understanding = understanding;
  }

  /** `orderTotal` is the amount of the whole order, where the file has one: then a row needs none of its own. */
  read(orderTotal: number | null) {
    const cells = this.#cells;
    const read = { price: cells.amount('price'), gross: cells.amount('gross'), tax: cells.amount('tax') };
    const net = cells.amount('net');
    const taxRate = this.#rate('taxRate', cells.text('taxRate', 40));
    const total = cells.amount('total') ?? (net === null ? null : this.#withTax(net, read.tax, taxRate));
    const isPriced = read.price !== null || read.gross !== null || total !== null || orderTotal !== null;
    if (!isPriced && !this.#understanding.isPaidOnly)
      cells.leaveOut('amount-missing', cells.has('price') ? 'price' : 'total');
    const count = this.#quantity(total ?? read.gross);
    const discountText = cells.text('discount', 60);
    const isShare =
      discountText !== '' && (this.#understanding.discountIsShare || /[%٪﹪％]/u.test(discountText));
    const isBack = isBackWord(cells.text('kind', 40)) === true;
    return {
      ...this.#signs({ ...read, total, quantity: count }, isBack),
      discount: isShare ? null : cells.amount('discount'),
      discountRate: isShare ? this.#rate('discount', discountText) : null,
      taxRate,
      cost: this.#cost(count),
    };
  }

  #rate(field: 'discount' | 'taxRate', text: string) {
    return text === '' ? null : readRate(text, this.#file.marks.get(field) ?? '.');
  }

  /** What is paid for an amount that has no tax in it. */
  #withTax(net: Fine, tax: Fine | null, taxRate: number | null): Fine {
    const { terms } = this.#understanding;
    if (!terms.isTaxed) return net;
    if (tax !== null) return fine(net + Math.abs(tax) * (net < 0 ? -1 : 1));
    return fine(net + shareOf(net, taxRate ?? terms.taxRate ?? 0, 1_000_000));
  }

  /** A row that is said to have come back is below zero, however its amounts are written. */
  #signs(
    row: {
      readonly price: Fine | null;
      readonly gross: Fine | null;
      readonly tax: Fine | null;
      readonly total: Fine | null;
      readonly quantity: Quantity;
    },
    isBack: boolean,
  ) {
    const below = (amount: Fine | null): Fine | null => (amount === null ? null : fine(-Math.abs(amount)));
    const { price, gross, total, quantity: count } = row;
    if (isBack) {
      const size = price === null ? null : fine(Math.abs(price));
      const turned = { gross: below(gross), total: below(total), tax: row.tax };
      return { ...turned, price: size, quantity: quantity(-Math.abs(count)) };
    }
    // Some programs write both below zero where goods came back.
    if (price === null || price >= 0 || count >= 0) return row;
    this.#cells.note('both-below-zero', 'price');
    return { ...row, price: fine(-price) };
  }

  /** What one of it cost; of several together their part. */
  #cost(count: Quantity): Fine | null {
    const cells = this.#cells;
    const own = cells.amount('cost');
    if (own !== null) return fine(Math.abs(own));
    const all = cells.amount('lineCost');
    if (all === null || count === 0) return null;
    return fine(mulDivRounded(Math.abs(all), 1000, Math.abs(count)));
  }

  #quantity(worth: Fine | null): Quantity {
    const cells = this.#cells;
    const text = cells.text('quantity', 60);
    if (text === '') return quantity(1000);
    const read = readCount(text, this.#file.marks.get('quantity') ?? '.');
    if (read === null) return cells.leaveOut('quantity-unreadable', 'quantity', { cell: excerpt(text) });
    if (read.rounded) cells.note('quantity-cut', 'quantity', { cell: excerpt(text) });
    if (read.count !== 0) return read.count;
    if (worth !== null && worth !== 0) return quantity(1000);
    return cells.leaveOut('quantity-zero', 'quantity');
  }
}
