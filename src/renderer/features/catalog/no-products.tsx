import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { navigate } from '../../ui/router.ts';
import { showNewProduct } from './catalog-places.ts';
import { isFiltered, type ProductFilter } from './product-filter.ts';
import type { ProductList } from './use-product-list.ts';

/** Why no product is listed: a fault, a filter that nothing fits, or an empty catalogue. */
export function NoProducts({ list }: { readonly list: ProductList }) {
  const text = useText();
  const mayImport = useMay('import');
  const mayEdit = useMay('edit-catalogue');
  if (list.error) {
    return (
      <ErrorState
        happened={text('catalog.unreadable')}
        safe={text('catalog.unreadable-safe')}
        id={list.error.reference ?? undefined}
        onRetry={list.retry}
      />
    );
  }
  if (list.isFiltered) {
    const { title, help } = filteredWords(list.filter);
    return (
      <EmptyState
        drawing={list.filter.stock === 'all' ? 'search' : 'done'}
        title={text(title)}
        action={<Button onPress={list.clear}>{text('catalog.clear-filters')}</Button>}
      >
        {text(help)}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="products"
      title={text('catalog.none')}
      action={
        <>
          {mayImport && (
            <Button variant="primary" onPress={() => navigate('/import')}>
              {text('catalog.load')}
            </Button>
          )}
          {mayEdit && (
            <Button variant={mayImport ? 'secondary' : 'primary'} onPress={() => showNewProduct()}>
              {text('catalog.new')}
            </Button>
          )}
        </>
      }
    >
      {text(mayImport ? 'catalog.none-help' : mayEdit ? 'catalog.none-create' : 'catalog.none-ask')}
    </EmptyState>
  );
}

/** Nothing low is good news, unless something else was searched for as well. */
function filteredWords({ stock, ...others }: ProductFilter) {
  const isOnlyStock = !isFiltered({ ...others, stock: 'all' });
  if (isOnlyStock && stock === 'low')
    return { title: 'catalog.none-low', help: 'catalog.none-low-help' } as const;
  if (isOnlyStock && stock === 'out')
    return { title: 'catalog.none-out', help: 'catalog.none-out-help' } as const;
  return { title: 'catalog.none-fits', help: 'catalog.none-fits-help' } as const;
}
