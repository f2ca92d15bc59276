import { useCallback, useMemo, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CartPane } from './cart-pane.tsx';
import { lineRights } from './line-rights.ts';
import { ProductPane, type SearchKeys } from './product-pane.tsx';
import { SellContext, useSell } from './sell-context.ts';
import { SellDialogs } from './sell-dialogs.tsx';
import styles from './sell-screen.module.css';
import type { ShelfDialog } from './shelf-bar.tsx';
import { useCartActions } from './use-cart-actions.ts';
import { useProductSearch } from './use-product-search.ts';
import { useScan } from './use-scan.ts';
import { useSearchFocus } from './use-search-focus.ts';
import { useSellState } from './use-sell.ts';
import { useSellHotkeys } from './use-sell-hotkeys.ts';
import { useTypeAnywhere } from './use-type-anywhere.ts';

/** The till: products at the start, the cart at the end, and one dialog at a time over both. */
export function SellScreen() {
  const sell = useSellState();
  return (
    <SellContext value={sell}>
      <Till />
      <SellDialogs />
    </SellContext>
  );
}

function Till() {
  const text = useText();
  const sell = useSell();
  const search = useProductSearch();
  const field = useRef<HTMLInputElement>(null);
  const focusSearch = useCallback(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const take = useScan(sell, {
    // The first two characters of a scan pass into the field that typing anywhere leads to.
    onScan: (code) => {
      if (search.words !== '' && code.startsWith(search.words)) search.type('');
    },
    search: (words) => {
      search.type(words);
      field.current?.focus();
    },
  });
  const { dispatch } = sell;
  const open = useCallback((kind: ShelfDialog) => dispatch({ type: 'open', dialog: { kind } }), [dispatch]);
  useSellHotkeys(focusSearch);
  useTypeAnywhere(field, sell.state.dialog === null);
  useSearchFocus(field, sell.state.dialog !== null);
  return (
    <div className={styles.till}>
      <VisuallyHidden>
        <h1>{text('frame.sell')}</h1>
      </VisuallyHidden>
      <ProductPane
        search={search}
        field={field}
        take={take}
        add={sell.add}
        keys={useSearchKeys()}
        maySeeOrders={lineRights(sell.session, null).orders}
        onOpen={open}
      />
      <CartPane />
    </div>
  );
}

/** The cart's actions under names that stay the same while the cart changes. */
function useSearchKeys(): SearchKeys {
  const actions = useCartActions();
  const latest = useRef(actions);
  latest.current = actions;
  return useMemo(
    () => ({
      step: (by) => latest.current.step(by),
      remove: () => latest.current.remove(),
      pay: () => latest.current.pay(),
    }),
    [],
  );
}
