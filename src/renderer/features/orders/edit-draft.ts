import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { CartLine } from '../../../shared/domain/cart.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';

/** A line that was placed: its quantity as it is typed (null cannot be read), and whether it stays. */
export type KeptLine = { readonly quantity: Quantity | null; readonly isRemoved: boolean };

export type AddedLine = CartLine & {
  /** As typed; null cannot be read. */
  readonly typed: Quantity | null;
};

export type EditDraft = {
  /** The order as the person saw it when they began: sent back with the change. */
  readonly revision: number;
  readonly kept: ReadonlyMap<number, KeptLine>;
  readonly added: readonly AddedLine[];
  readonly note: string;
  readonly cashNow: boolean;
};

export type EditAction =
  | { readonly type: 'type-kept'; readonly lineNo: number; readonly quantity: Quantity | null }
  | { readonly type: 'remove'; readonly lineNo: number }
  | { readonly type: 'put-back'; readonly lineNo: number }
  /** One more of a product that was added before, else a line of its own. */
  | { readonly type: 'add'; readonly line: CartLine }
  | { readonly type: 'type-added'; readonly id: string; readonly quantity: Quantity | null }
  | { readonly type: 'remove-added'; readonly id: string }
  /** Products as main has them now. */
  | { readonly type: 'refresh'; readonly lines: readonly CartLine[] }
  | { readonly type: 'write-note'; readonly note: string }
  | { readonly type: 'pay-cash-now'; readonly cashNow: boolean }
  /** Begins again with the order as it is now; what was added stays. */
  | { readonly type: 'begin'; readonly order: OrderDetail };

export function beginEdit(order: OrderDetail): EditDraft {
  const kept = order.lines.map(
    (line) => [line.lineNo, { quantity: line.quantity, isRemoved: false }] as const,
  );
  return { revision: order.revision, kept: new Map(kept), added: [], note: '', cashNow: false };
}

export function editReducer(draft: EditDraft, action: EditAction): EditDraft {
  switch (action.type) {
    case 'type-kept':
      return changeKept(draft, action.lineNo, { quantity: action.quantity });
    case 'remove':
      return changeKept(draft, action.lineNo, { isRemoved: true });
    case 'put-back':
      return changeKept(draft, action.lineNo, { isRemoved: false });
    case 'add':
      return addLine(draft, action.line);
    case 'type-added':
      return changeAdded(draft, action.id, action.quantity);
    case 'remove-added':
      return { ...draft, added: draft.added.filter((line) => line.id !== action.id) };
    case 'refresh':
      return refresh(draft, action.lines);
    case 'write-note':
      return { ...draft, note: action.note };
    case 'pay-cash-now':
      return { ...draft, cashNow: action.cashNow };
    case 'begin':
      return { ...beginEdit(action.order), added: draft.added, note: draft.note };
  }
}

function changeKept(draft: EditDraft, lineNo: number, change: Partial<KeptLine>): EditDraft {
  const line = draft.kept.get(lineNo);
  if (!line) return draft;
  return { ...draft, kept: new Map(draft.kept).set(lineNo, { ...line, ...change }) };
}

function changeAdded(draft: EditDraft, id: string, typed: Quantity | null): EditDraft {
  const added = draft.added.map((line) => (line.id === id ? { ...line, typed } : line));
  return { ...draft, added };
}

function addLine(draft: EditDraft, line: CartLine): EditDraft {
  const like = draft.added.find((one) => one.productId === line.productId && one.productId !== null);
  if (like === undefined) return { ...draft, added: [...draft.added, { ...line, typed: line.quantity }] };
  return changeAdded(draft, like.id, quantity((like.typed ?? 0) + line.quantity));
}

/** Takes prices, names and taxes as main has them; how many stays as it was typed. */
function refresh(draft: EditDraft, lines: readonly CartLine[]): EditDraft {
  const added = draft.added.map((line): AddedLine => {
    const fresh = lines.find((one) => one.productId === line.productId);
    return fresh === undefined ? line : { ...fresh, id: line.id, typed: line.typed };
  });
  return { ...draft, added };
}
