import { memo, type RefObject, useId, useState } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useText } from '../../ui/app-context.tsx';
import { CategoryTabs } from './category-tabs.tsx';
import styles from './product-pane.module.css';
import { ProductShelf } from './product-shelf.tsx';
import { SearchBox } from './search-box.tsx';
import { ShelfBar, type ShelfDialog } from './shelf-bar.tsx';
import type { CartActions } from './use-cart-actions.ts';
import type { ProductSearch } from './use-product-search.ts';
import type { TakeCode } from './use-scan.ts';

/** What the search box does to the cart while nothing is typed in it. */
export type SearchKeys = Pick<CartActions, 'step' | 'remove' | 'pay'>;

type ProductPaneProps = {
  readonly search: ProductSearch;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly take: TakeCode;
  readonly add: (tile: ProductTile) => void;
  readonly keys: SearchKeys;
  readonly maySeeOrders: boolean;
  readonly onOpen: (dialog: ShelfDialog) => void;
};

/**
 * Everything that can be sold: found by typing, by category, by picture. Takes all it needs as properties that
 * stay the same while the cart changes, so that a scan draws the cart alone.
 */
export const ProductPane = memo(function ProductPane(props: ProductPaneProps) {
  const { search, field, take, add, keys } = props;
  const text = useText();
  const shelfId = useId();
  const [columns, setColumns] = useState(1);
  return (
    <section className={styles.pane} aria-label={text('sell.products')}>
      <SearchBox
        search={search}
        field={field}
        take={take}
        add={add}
        keys={keys}
        shelfId={shelfId}
        columns={columns}
      />
      <CategoryTabs search={search}>
        <ProductShelf search={search} shelfId={shelfId} onAdd={add} onColumns={setColumns} />
      </CategoryTabs>
      <ShelfBar maySeeOrders={props.maySeeOrders} onOpen={props.onOpen} />
    </section>
  );
});
