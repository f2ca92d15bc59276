import { useText } from '../../ui/app-context.tsx';
import { type Hotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { navigate } from '../../ui/router.ts';
import { lineRights } from './line-rights.ts';
import { useSell } from './sell-context.ts';
import { sellKeys } from './sell-keys.ts';
import type { PlainDialog } from './sell-reducer.ts';
import { useCartActions } from './use-cart-actions.ts';

/** Every key of the till that works outside the search field too. */
export function useSellHotkeys(focusSearch: () => void): void {
  const text = useText();
  const sell = useSell();
  const actions = useCartActions();
  const { open, openForLine, change } = actions;
  const may = lineRights(sell.session, null);
  const opens = (kind: PlainDialog['kind']) => () => open({ kind });
  const hasLines = sell.state.cart.lines.length > 0;
  const hotkeys: readonly Hotkey[] = [
    { keys: sellKeys.help, label: text('sell.help-help'), run: opens('help') },
    { keys: '?', label: text('sell.help-help'), run: opens('help') },
    { keys: sellKeys.search, label: text('sell.help-search'), run: focusSearch },
    { keys: sellKeys.quantity, label: text('sell.help-quantity'), run: () => openForLine('line-quantity') },
    {
      keys: sellKeys.discount,
      label: text('sell.help-discount'),
      run: () => openForLine('line-discount'),
    },
    {
      keys: sellKeys.price,
      label: text('sell.help-price'),
      run: () => openForLine('line-price'),
    },
    { keys: sellKeys.note, label: text('sell.help-note'), run: () => openForLine('line-note') },
    { keys: sellKeys.remove, label: text('sell.help-remove'), run: actions.remove },
    {
      keys: sellKeys.lineUp,
      label: text('sell.help-lines'),
      run: () => change({ type: 'move-selection', by: -1 }),
    },
    {
      keys: sellKeys.lineDown,
      label: text('sell.help-lines'),
      run: () => change({ type: 'move-selection', by: 1 }),
    },
    {
      keys: 'ArrowUp',
      label: text('sell.help-lines'),
      run: () => change({ type: 'move-selection', by: -1 }),
    },
    {
      keys: 'ArrowDown',
      label: text('sell.help-lines'),
      run: () => change({ type: 'move-selection', by: 1 }),
    },
    { keys: '+', label: text('sell.help-more-less'), run: () => actions.step(1) },
    { keys: '-', label: text('sell.help-more-less'), run: () => actions.step(-1) },
    {
      keys: sellKeys.orderDiscount,
      label: text('sell.help-order-discount'),
      run: opens('order-discount'),
      enabled: hasLines,
    },
    {
      keys: sellKeys.customer,
      label: text('sell.help-customer'),
      run: opens('customer'),
      enabled: may.customers,
    },
    { keys: sellKeys.customItem, label: text('sell.help-custom'), run: opens('custom-item') },
    { keys: sellKeys.hold, label: text('sell.help-hold'), run: opens('hold'), enabled: hasLines },
    { keys: sellKeys.held, label: text('sell.help-held'), run: opens('held') },
    { keys: sellKeys.recent, label: text('sell.help-recent'), run: opens('recent'), enabled: may.orders },
    {
      keys: sellKeys.goodsBack,
      label: text('sell.goods-back'),
      run: () => navigate('/returns'),
      enabled: may.goodsBack,
    },
    { keys: sellKeys.clear, label: text('sell.help-clear-cart'), run: actions.clear, enabled: hasLines },
    { keys: sellKeys.pay, label: text('sell.help-pay'), run: actions.pay },
    { keys: sellKeys.payAnywhere, label: text('sell.help-pay'), run: actions.pay },
  ];
  useHotkeys(hotkeys);
}
