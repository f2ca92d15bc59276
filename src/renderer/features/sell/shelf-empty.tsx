import { useMay } from '../../bridge/use-session.ts';
import { useScaledPixels, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './shelf-empty.module.css';
import type { ProductSearch } from './use-product-search.ts';

/** What stands where no product does: still reading, nothing found, nothing there, or a fault. */
export function ShelfEmpty({ search }: { readonly search: ProductSearch }) {
  const text = useText();
  const errorText = useErrorText();
  if (search.items.length > 0) return null;
  if (search.error) {
    return (
      <ErrorState
        happened={text('sell.products-unreadable')}
        safe={text('sell.cart-is-safe')}
        advice={errorText(search.error)}
        onRetry={search.retry}
      />
    );
  }
  if (search.isLoading) return <ShelfSkeleton />;
  if (search.isSearching) {
    return (
      <EmptyState
        drawing="search"
        title={text('sell.nothing-found', { words: search.words.trim() })}
        action={<Button onPress={() => search.type('')}>{text('sell.clear-search')}</Button>}
      >
        {text('sell.nothing-found-help')}
      </EmptyState>
    );
  }
  if (search.categoryId !== null) {
    return (
      <EmptyState
        drawing="products"
        title={text('sell.nothing-here')}
        action={<Button onPress={() => search.chooseCategory(null)}>{text('sell.show-all')}</Button>}
      >
        {text('sell.nothing-here-help')}
      </EmptyState>
    );
  }
  return <NoProducts />;
}

function NoProducts() {
  const text = useText();
  const mayImport = useMay('import');
  return (
    <EmptyState
      drawing="products"
      title={text('sell.no-products')}
      action={
        mayImport ? (
          <Button onPress={() => navigate('/import')}>{text('sell.load-products')}</Button>
        ) : undefined
      }
    >
      {text(mayImport ? 'sell.no-products-help' : 'sell.no-products-ask')}
    </EmptyState>
  );
}

const places = Array.from({ length: 12 }, (_, index) => index);

function ShelfSkeleton() {
  const height = useScaledPixels(196);
  return (
    <div className={styles.places}>
      {places.map((place) => (
        <Skeleton key={place} height={`${height}px`} />
      ))}
    </div>
  );
}
