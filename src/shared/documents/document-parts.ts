import type { ShopView } from '../contract/setup.ts';
import type { Money } from '../domain/money.ts';
import type { AppText } from '../text/english.ts';
import type { Format } from '../text/format.ts';
import type { DocumentBlock, DocumentRow, RowWeight } from './document-block.ts';

/** The language of a paper and the shop's way to write figures and days. */
export type DocumentWords = { readonly text: AppText; readonly format: Format };

/** Who the shop is, with what it always says at the top. */
export function shopHeader({ name, address, phone, receiptHeader }: ShopView): DocumentBlock {
  return {
    kind: 'header',
    name,
    lines: [...linesOf(address), ...linesOf(phone), ...linesOf(receiptHeader)],
  };
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
