import { useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CartPane } from './cart-pane.tsx';
import { ProductPane } from './product-pane.tsx';
import { SellContext, useSell } from './sell-context.ts';
import { SellDialogs } from './sell-dialogs.tsx';
import styles from './sell-screen.module.css';
import { useProductSearch } from './use-product-search.ts';
import { useScan } from './use-scan.ts';
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
  const focusSearch = () => {
    field.current?.focus();
    field.current?.select();
  };
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
  useSellHotkeys(focusSearch);
  useTypeAnywhere(field, sell.state.dialog === null);
  return (
    <div className={styles.till}>
      <VisuallyHidden>
        <h1>{text('frame.sell')}</h1>
      </VisuallyHidden>
      <ProductPane search={search} field={field} take={take} />
      <CartPane />
    </div>
  );
}
