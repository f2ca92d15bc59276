import { useMemo } from 'react';
import { useSavedViews } from '../../bridge/use-saved-views.ts';
import { useText } from '../../ui/app-context.tsx';
import { useOpeningView } from '../../ui/views/use-opening-view.ts';
import { type BuiltInView, filled, type ViewQuery } from '../../ui/views/view-model.ts';
import { productColumnChoice } from './column-choice.ts';
import { noFilter, type ProductFilter, productFilterQuery, readProductFilter } from './product-filter.ts';
import { type ProductSort, productSortQuery, readProductSort } from './product-sort.ts';

type Built = {
  readonly key: BuiltKey;
  readonly filter?: Partial<ProductFilter>;
  readonly order?: ProductSort;
};
type BuiltKey =
  | 'all'
  | 'low'
  | 'out'
  | 'no-picture'
  | 'no-barcode'
  | 'no-price'
  | 'no-category'
  | 'newest'
  | 'archived';

const built: readonly Built[] = [
  { key: 'all' },
  { key: 'low', filter: { stock: 'low' }, order: { sort: 'available', descending: false } },
  { key: 'out', filter: { stock: 'out' } },
  { key: 'no-picture', filter: { missing: 'picture' } },
  { key: 'no-barcode', filter: { missing: 'barcode' } },
  { key: 'no-price', filter: { missing: 'price' } },
  { key: 'no-category', filter: { category: 'none' } },
  { key: 'newest', order: { sort: 'created', descending: true } },
  { key: 'archived', filter: { show: 'archived' } },
];

/** The views of the catalogue's table: those that every shop has, and those that were saved. */
export function useProductViews() {
  const text = useText();
  const model = useSavedViews('products');
  const builtIn = useMemo(
    (): readonly BuiltInView[] =>
      built.map(({ key, filter = {}, order }) => ({
        key,
        name: text(`catalog.view-${key}`),
        query: filled({
          ...productFilterQuery({ ...noFilter, ...filter }),
          ...(order === undefined ? {} : productSortQuery(order)),
        }),
      })),
    [text],
  );
  /** `isKnown`: what the table opens with is known, so that it may be asked for. */
  const isKnown = useOpeningView(model, builtIn);
  return { isKnown, model, builtIn, clean: cleanProductQuery };
}

/** Filter, order and columns as this version writes them; the open product and the view's own number are no part. */
function cleanProductQuery(query: ViewQuery): ViewQuery {
  return filled({
    ...productFilterQuery(readProductFilter(query)),
    ...productSortQuery(readProductSort(query)),
    columns: productColumnChoice.write(productColumnChoice.read(query.columns)),
  });
}
