import type { ShopView } from '../contract/setup.ts';
import type { Money } from '../domain/money.ts';
import { printedNumber } from '../domain/paper-number.ts';
import { taxNumberKind } from '../domain/tax-number.ts';
import type { AppText } from '../text/english.ts';
import type { Format } from '../text/format.ts';
import type { DocumentBlock, DocumentRow, RowWeight } from './document-block.ts';

/** The language of a paper and the shop's way to write figures and days. */
export type DocumentWords = { readonly text: AppText; readonly format: Format };

/** Who the shop is, with what it always says at the top. A logo stands there unless the paper goes without. */
export function shopHeader(
  shop: ShopView,
  { text }: DocumentWords,
  { withLogo = true, withLines = true }: { readonly withLogo?: boolean; readonly withLines?: boolean } = {},
): DocumentBlock {
  const { name, legalName, taxNumber, logoPictureId } = shop;
  return {
    kind: 'header',
    name,
    lines: !withLines
      ? []
      : [
          ...(legalName === name ? [] : linesOf(legalName)),
          ...linesOf(shop.address),
          ...linesOf(shop.phone),
          ...linesOf(shop.email),
          ...linesOf(shop.website),
          ...(taxNumber === ''
            ? []
            : [text(`documents.tax-number-${taxNumberKind(shop.country)}`, { number: taxNumber })]),
          ...linesOf(shop.receiptHeader),
        ],
    ...(withLogo && logoPictureId !== null ? { logo: pictureAddress(logoPictureId) } : {}),
  };
}

/** Where papers and the window find a picture of the shop file. */
function pictureAddress(pictureId: number): string {
  return `app://img/${pictureId}`;
}

/** An order's number as the shop writes it: "R-01042". */
export function orderNumber({ orderPrefix: prefix, orderDigits: digits }: ShopView, orderId: number): string {
  return printedNumber({ prefix, digits }, orderId);
}

/** What the shop always says at the end, where it says anything. */
export function shopFooter({ receiptFooter }: ShopView): readonly DocumentBlock[] {
  const lines = linesOf(receiptFooter);
  return lines.length === 0 ? [] : [{ kind: 'footer', lines }];
}

/** Lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A row, or nothing where there is nothing to say. */
export function given(label: string, value: string | null): readonly DocumentRow[] {
  return value === null || value.trim() === '' ? [] : [{ label, value }];
}

/** An amount in the column of amounts. */
export function amountBlock(
  { format }: DocumentWords,
  label: string,
  amount: Money,
  weight: RowWeight = 'normal',
): DocumentBlock {
  return { kind: 'amount', weight, label, value: format.amount(amount) };
}

/** A note that somebody wrote, where there is one. */
export function noteBlocks(note: string | null): readonly DocumentBlock[] {
  return note === null || note.trim() === '' ? [] : [{ kind: 'note', text: note }];
}
