import type { Output } from '../../../shared/contract/index.ts';
import { type Cart, emptyCart } from '../../../shared/domain/cart.ts';
import { type CartAction, cartReducer } from '../../../shared/domain/cart-reducer.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Disposition, ReturnReason } from '../../../shared/domain/return-line.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';

export type Sale = Output<'returns.prepare'>;
export type SoldLine = Sale['lines'][number];

/** What comes back of one sold line. */
export type BackLine = {
  /** Null while what is typed cannot be read. */
  readonly quantity: Quantity | null;
  readonly reason: ReturnReason;
  readonly disposition: Disposition;
  /** False where goods come back and no money goes back for them. */
  readonly giveMoneyBack: boolean;
};

/** Where a scanned product goes: to what comes back, or to the new goods. */
export type ScanInto = 'back' | 'new';

/** A return as it is put together at the counter; nothing of it is booked before it is settled. */
export type ReturnDraft = {
  /** Null before a sale was chosen. */
  readonly orderId: number | null;
  readonly back: Readonly<Record<number, BackLine>>;
  /** What lines that are chosen next are given. */
  readonly reason: ReturnReason;
  readonly disposition: Disposition;
  /** The line whose choices are open. */
  readonly activeLineNo: number | null;
  readonly fresh: Cart;
  /** What is typed as the quantity of a new line and cannot be one, by the line's id; null cannot be read. */
  readonly unfit: Readonly<Record<string, Quantity | null>>;
  readonly scanInto: ScanInto;
  readonly note: string;
  /** Products that the seller was warned about and sells all the same. */
  readonly oversellAccepted: readonly number[];
};

export type ReturnAction =
  | { readonly type: 'start'; readonly orderId: number }
  | { readonly type: 'forget' }
  /** Booked: nothing of it is chosen any more. */
  | { readonly type: 'settled' }
  /** One more or one less, within what is left; of what is weighed, all of it or nothing. */
  | { readonly type: 'count'; readonly line: SoldLine; readonly up: boolean }
  | { readonly type: 'set-quantity'; readonly lineNo: number; readonly quantity: Quantity | null }
  | { readonly type: 'everything'; readonly lines: readonly SoldLine[] }
  | { readonly type: 'nothing' }
  | {
      readonly type: 'set-line';
      readonly lineNo: number;
      readonly change: Partial<Omit<BackLine, 'quantity'>>;
    }
  | { readonly type: 'set-all'; readonly change: Partial<Pick<BackLine, 'reason' | 'disposition'>> }
  | { readonly type: 'activate'; readonly lineNo: number | null }
  | { readonly type: 'scan-into'; readonly into: ScanInto }
  | { readonly type: 'note'; readonly note: string }
  | { readonly type: 'accept-oversell'; readonly productIds: readonly number[] }
  | { readonly type: 'fresh'; readonly action: CartAction }
  /** As it is typed: the line changes once it can be a quantity of it. */
  | { readonly type: 'type-fresh'; readonly lineId: string; readonly quantity: Quantity | null };

export const noReturn: ReturnDraft = {
  orderId: null,
  back: {},
  reason: 'unwanted',
  disposition: 'restock',
  activeLineNo: null,
  fresh: emptyCart,
  unfit: {},
  scanInto: 'back',
  note: '',
  oversellAccepted: [],
};

/** How much of a sold line may still come back. */
export function leftOf({ sold, returned }: Pick<SoldLine, 'sold' | 'returned'>): Quantity {
  return quantity(sold - returned);
}

/** How much of a line is chosen; nothing while what is typed cannot be read. */
export function chosenOf(draft: ReturnDraft, lineNo: number): Quantity {
  return draft.back[lineNo]?.quantity ?? quantity(0);
}

/** Whether anything was chosen that would be lost. */
export function isBegun({ back, fresh }: ReturnDraft): boolean {
  return fresh.lines.length > 0 || Object.values(back).some((line) => (line.quantity ?? 0) > 0);
}

export function returnReducer(draft: ReturnDraft, action: ReturnAction): ReturnDraft {
  switch (action.type) {
    case 'start':
      return draft.orderId === action.orderId ? draft : { ...noReturn, orderId: action.orderId };
    case 'forget':
      return noReturn;
    case 'settled':
      return { ...noReturn, orderId: draft.orderId };
    case 'count':
      return count(draft, action.line, action.up);
    case 'set-quantity':
      return setQuantity(draft, action.lineNo, action.quantity);
    case 'everything':
      return { ...action.lines.reduce(takeAllOf, draft), activeLineNo: draft.activeLineNo };
    case 'nothing':
      return { ...draft, back: {}, activeLineNo: null };
    case 'set-line':
      return changeLine(draft, action.lineNo, action.change);
    case 'set-all':
      return {
        ...draft,
        ...action.change,
        back: Object.fromEntries(
          Object.entries(draft.back).map(([lineNo, line]) => [lineNo, { ...line, ...action.change }]),
        ),
      };
    case 'activate':
      return draft.activeLineNo === action.lineNo ? draft : { ...draft, activeLineNo: action.lineNo };
    case 'scan-into':
      return { ...draft, scanInto: action.into };
    case 'note':
      return { ...draft, note: action.note };
    case 'accept-oversell':
      return { ...draft, oversellAccepted: [...new Set([...draft.oversellAccepted, ...action.productIds])] };
    case 'fresh':
      return changeFresh(draft, action.action);
    case 'type-fresh':
      return typeFresh(draft, action.lineId, action.quantity);
  }
}

function count(draft: ReturnDraft, line: SoldLine, up: boolean): ReturnDraft {
  const left = leftOf(line);
  const step = line.unit === 'piece' ? 1000 : left;
  const next = chosenOf(draft, line.lineNo) + (up ? step : -step);
  return setQuantity(draft, line.lineNo, quantity(Math.max(0, Math.min(left, next))));
}

function takeAllOf(draft: ReturnDraft, line: SoldLine): ReturnDraft {
  const left = leftOf(line);
  return left > 0 ? setQuantity(draft, line.lineNo, left) : draft;
}

function setQuantity(draft: ReturnDraft, lineNo: number, next: Quantity | null): ReturnDraft {
  const { reason, disposition } = draft;
  const before = draft.back[lineNo] ?? { reason, disposition, giveMoneyBack: true };
  return { ...draft, activeLineNo: lineNo, back: { ...draft.back, [lineNo]: { ...before, quantity: next } } };
}

function changeLine(
  draft: ReturnDraft,
  lineNo: number,
  change: Partial<Omit<BackLine, 'quantity'>>,
): ReturnDraft {
  const line = draft.back[lineNo];
  if (line === undefined) return draft;
  return { ...draft, back: { ...draft.back, [lineNo]: { ...line, ...change } } };
}

/** What was typed goes with its line, and where the line's quantity was changed by other means. */
function changeFresh(draft: ReturnDraft, action: CartAction): ReturnDraft {
  const fresh = cartReducer(draft.fresh, action);
  const unfit = Object.fromEntries(
    Object.entries(draft.unfit).filter(
      ([lineId]) => quantityIn(fresh, lineId) === quantityIn(draft.fresh, lineId),
    ),
  );
  return { ...draft, fresh, unfit, scanInto: fresh.lines.length === 0 ? 'back' : draft.scanInto };
}

function typeFresh(draft: ReturnDraft, lineId: string, typed: Quantity | null): ReturnDraft {
  const line = draft.fresh.lines.find((one) => one.id === lineId);
  if (line === undefined) return draft;
  const isSound = typed !== null && typed > 0 && (isMeasured(line.unit) || typed % 1000 === 0);
  const fresh = isSound
    ? cartReducer(draft.fresh, { type: 'set-quantity', lineId, quantity: typed })
    : draft.fresh;
  const { [lineId]: _, ...unfit } = draft.unfit;
  // The cart takes no quantity that makes an amount too large to count.
  const isTaken = quantityIn(fresh, lineId) === typed;
  return { ...draft, fresh, unfit: isTaken ? unfit : { ...unfit, [lineId]: typed } };
}

function quantityIn({ lines }: Cart, lineId: string): Quantity | undefined {
  return lines.find((line) => line.id === lineId)?.quantity;
}
