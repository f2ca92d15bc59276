import type { AppText } from '../../../shared/text/english.ts';
import { useText } from '../../ui/app-context.tsx';
import { type Hotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { navigate } from '../../ui/router.ts';
import { type LineRights, lineRights } from './line-rights.ts';
import { useSell } from './sell-context.ts';
import { sellKeys } from './sell-keys.ts';
import type { PlainDialog } from './sell-reducer.ts';
import { type CartActions, useCartActions } from './use-cart-actions.ts';

/** Every key of the till that works outside the search field too; the palette lists them by their labels. */
export function useSellHotkeys(focusSearch: () => void): void {
  const text = useText();
  const { session, state } = useSell();
  const actions = useCartActions();
  const may = lineRights(session, actions.line);
  const help = { label: text('sell.do-help'), run: () => actions.open({ kind: 'help' }) };
  useHotkeys([
    ...cartHotkeys({ text, actions, may, hasLines: state.cart.lines.length > 0 }),
    ...lineHotkeys({ text, actions, may }),
    { keys: sellKeys.search, label: text('sell.do-search'), run: focusSearch },
    { keys: sellKeys.help, ...help },
    { keys: '?', ...help },
  ]);
}

type Parts = { readonly text: AppText; readonly actions: CartActions; readonly may: LineRights };

/** What is done to the selected line. */
function lineHotkeys({ text, actions, may }: Parts): readonly Hotkey[] {
  const { line, openForLine, change, step } = actions;
  const ofLine = { listed: line !== null };
  const walk = (by: 1 | -1) => ({
    label: text('sell.do-lines'),
    run: () => change({ type: 'move-selection', by }),
  });
  const oneMoreOrLess = (by: 1 | -1) => ({ label: text('sell.do-more-less'), run: () => step(by) });
  return [
    {
      ...{ keys: sellKeys.quantity, label: text('sell.do-quantity'), ...ofLine },
      run: () => openForLine('line-quantity'),
    },
    {
      ...{ keys: sellKeys.discount, label: text('sell.do-discount'), ...ofLine, asksManager: !may.discount },
      run: () => openForLine('line-discount'),
    },
    {
      ...{ keys: sellKeys.price, label: text('sell.do-price'), ...ofLine, asksManager: !may.price },
      run: () => openForLine('line-price'),
    },
    { keys: sellKeys.note, label: text('sell.do-note'), ...ofLine, run: () => openForLine('line-note') },
    { keys: sellKeys.remove, label: text('sell.do-remove'), ...ofLine, run: actions.remove },
    { keys: sellKeys.lineUp, ...walk(-1) },
    { keys: sellKeys.lineDown, ...walk(1) },
    { keys: 'ArrowUp', ...walk(-1) },
    { keys: 'ArrowDown', ...walk(1) },
    { keys: '+', ...oneMoreOrLess(1) },
    { keys: '-', ...oneMoreOrLess(-1) },
  ];
}

/** What is done to the whole cart, or beside it. */
function cartHotkeys({ text, actions, may, hasLines }: Parts & { readonly hasLines: boolean }) {
  const opens = (kind: PlainDialog['kind']) => () => actions.open({ kind });
  const pay = { label: text('sell.do-pay'), run: actions.pay };
  return [
    { keys: sellKeys.pay, ...pay },
    { keys: sellKeys.payAnywhere, ...pay, listed: hasLines },
    {
      ...{
        keys: sellKeys.orderDiscount,
        label: text('sell.do-order-discount'),
        run: opens('order-discount'),
      },
      ...{ enabled: hasLines, asksManager: !may.discount },
    },
    {
      ...{ keys: sellKeys.customer, label: text('sell.do-customer'), run: opens('customer') },
      enabled: may.customers,
    },
    { keys: sellKeys.customItem, label: text('sell.do-custom'), run: opens('custom-item') },
    { keys: sellKeys.hold, label: text('sell.do-hold'), run: opens('hold'), enabled: hasLines },
    { keys: sellKeys.held, label: text('sell.do-held'), run: opens('held') },
    { keys: sellKeys.recent, label: text('sell.do-recent'), run: opens('recent'), enabled: may.orders },
    {
      ...{ keys: sellKeys.goodsBack, label: text('sell.goods-back'), run: () => navigate('/returns') },
      enabled: may.goodsBack,
    },
    { keys: sellKeys.clear, label: text('sell.do-clear-cart'), run: actions.clear, enabled: hasLines },
  ] satisfies readonly Hotkey[];
}
