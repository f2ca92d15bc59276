import { useDeferredValue, useState } from 'react';
import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import { useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BasketPanel } from './basket-panel.tsx';
import { CategoryBar } from './category-bar.tsx';
import styles from './choose-step.module.css';
import { ProductCard } from './product-card.tsx';
import { ProductDialog } from './product-dialog.tsx';

const pageSize = 48;

/** The first step: products with pictures, by category or by words, and the basket beside them. */
export function ChooseStep() {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [categoryId, setCategoryId] = useState<number | null>(null);
  const [open, setOpen] = useState<Pick<KioskTile, 'id' | 'name'> | null>(null);
  const wanted = useDeferredValue(typed.trim());
  const categories = useApiQuery('kiosk.categories', {});
  const products = useApiPages('kiosk.products', { text: wanted, categoryId, limit: pageSize });
  const showAll = (): void => {
    setTyped('');
    setCategoryId(null);
  };
  return (
    <div className={styles.step}>
      <section className={styles.shelf} aria-label={text('kiosk.step-choose')}>
        <div className={styles.find}>
          <SearchField
            size="touch"
            label={text('kiosk.search')}
            placeholder={text('kiosk.search')}
            value={typed}
            onChange={setTyped}
          />
          <CategoryBar categories={categories.data ?? []} chosen={categoryId} onChoose={setCategoryId} />
        </div>
        {products.isError && (
          <ErrorState
            happened={text('kiosk.unreadable')}
            safe={text('kiosk.unreadable-safe')}
            id={products.error.reference ?? undefined}
            onRetry={() => void products.refetch()}
          />
        )}
        {products.isSuccess && products.items.length === 0 && (
          <NothingHere isEmptyShop={wanted === '' && categoryId === null} onShowAll={showAll} />
        )}
        {products.isPending && <Waiting />}
        <ul className={styles.grid}>
          {products.items.map((tile) => (
            <ProductCard key={tile.id} tile={tile} onOpen={() => setOpen(tile)} />
          ))}
        </ul>
        {products.hasNextPage && (
          <Button
            size="touch"
            wide
            pending={products.isFetchingNextPage}
            onPress={() => void products.fetchNextPage()}
          >
            {text('kiosk.more')}
          </Button>
        )}
      </section>
      <BasketPanel />
      {open !== null && <ProductDialog productId={open.id} name={open.name} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Words or a category that hold nothing; or a shop that has put nothing on its shelf yet. */
function NothingHere({
  isEmptyShop,
  onShowAll,
}: {
  readonly isEmptyShop: boolean;
  readonly onShowAll: () => void;
}) {
  const text = useText();
  if (isEmptyShop) {
    return (
      <EmptyState drawing="products" title={text('kiosk.empty-shop')}>
        {text('kiosk.empty-shop-hint')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="search"
      title={text('kiosk.nothing-found')}
      action={
        <Button size="touch" onPress={onShowAll}>
          {text('kiosk.show-all')}
        </Button>
      }
    >
      {text('kiosk.nothing-found-hint')}
    </EmptyState>
  );
}

/** Holds the place of the first cards. */
function Waiting() {
  const text = useText();
  return (
    <div role="status" aria-label={text('ui.loading')} className={styles.grid}>
      {[0, 1, 2, 3, 4, 5].map((place) => (
        <div key={place} className={styles.waiting}>
          <Skeleton height="11rem" />
          <Skeleton width="70%" height="1.25rem" />
          <Skeleton width="40%" height="1.25rem" />
          <Skeleton height="4rem" />
        </div>
      ))}
    </div>
  );
}
