import { type RefObject, useId, useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { CategoryTabs } from './category-tabs.tsx';
import styles from './product-pane.module.css';
import { ProductShelf } from './product-shelf.tsx';
import { SearchBox } from './search-box.tsx';
import { ShelfBar } from './shelf-bar.tsx';
import type { ProductSearch } from './use-product-search.ts';
import type { TakeCode } from './use-scan.ts';

type ProductPaneProps = {
  readonly search: ProductSearch;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly take: TakeCode;
};

/** Everything that can be sold: found by typing, by category, by picture. */
export function ProductPane({ search, field, take }: ProductPaneProps) {
  const text = useText();
  const shelfId = useId();
  const [columns, setColumns] = useState(1);
  return (
    <section className={styles.pane} aria-label={text('sell.products')}>
      <SearchBox search={search} field={field} take={take} shelfId={shelfId} columns={columns} />
      <CategoryTabs search={search}>
        <ProductShelf search={search} shelfId={shelfId} onColumns={setColumns} />
      </CategoryTabs>
      <ShelfBar />
    </section>
  );
}
