import { assertNever } from '../../../shared/domain/assert-never.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { stockText } from '../../../shared/text/en/stock.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { PageItem } from '../../bridge/api-query.ts';

export type Movement = PageItem<'stock.listMovements'>;
type Source = Pick<Movement, 'sourceType' | 'sourceId'>;
type Words = { readonly text: AppText; readonly format: Format; readonly unit: Unit };

/** What moved a product's stock, as a person says it, with the reason that was given. */
export function movementWords(movement: Movement, words: Words): string {
  const { text } = words;
  const what = whatHappened(movement, words);
  const reason = reasonWords(movement.reason, text);
  return reason === null ? what : text('stock.moved-because', { what, reason });
}

function whatHappened(movement: Movement, { text, format, unit }: Words): string {
  const { type, sourceType, sourceId, reservedChange } = movement;
  const number = String(sourceId);
  const isImport = sourceType === 'import';
  switch (type) {
    case 'opening':
      return text(isImport ? 'stock.moved-opening-import' : 'stock.moved-opening');
    case 'receipt':
      return isImport ? text('stock.moved-receipt-import') : text('stock.moved-receipt', { number });
    case 'reserve':
    case 'release': {
      const amount = format.quantity(quantity(Math.abs(reservedChange)), unit);
      return text(`stock.moved-${type}`, { quantity: amount, number });
    }
    case 'sale':
      return text('stock.moved-sale', { number });
    case 'customer-return':
      return sourceType === 'return'
        ? text('stock.moved-return', { number })
        : text('stock.moved-return-order', { number });
    case 'write-off':
      return sourceType === 'return'
        ? text('stock.moved-write-off-return', { number })
        : text('stock.moved-write-off');
    case 'adjust':
      return text(isImport ? 'stock.moved-adjust-import' : 'stock.moved-adjust');
    case 'count':
      return text('stock.moved-count', { number });
    default:
      return assertNever(type);
  }
}

/** A reason of the lists as its words; whatever else was written there as it stands. */
function reasonWords(reason: string | null, text: AppText): string | null {
  if (reason === null || reason.trim() === '') return null;
  const key = `stock.reason-${reason}`;
  return isReasonKey(key) ? text(key) : reason;
}

type ReasonKey = Extract<keyof typeof stockText, `stock.reason-${string}`>;

function isReasonKey(key: string): key is ReasonKey {
  return key !== 'stock.reason-missing' && Object.hasOwn(stockText, key);
}

/** Where what moved it can be seen; null where nothing is to be seen. */
export function movementPlace({ sourceType, sourceId }: Source): string | null {
  switch (sourceType) {
    case 'order':
      return `/orders/${sourceId}`;
    case 'return':
      return `/returns/${sourceId}`;
    case 'count':
      return `/stock/counts/${sourceId}`;
    case 'import':
    case 'product':
    case 'receipt':
    case 'adjustment':
      return null;
    default:
      return assertNever(sourceType);
  }
}
