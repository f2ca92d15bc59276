import { useMemo } from 'react';
import { useSavedViews } from '../../bridge/use-saved-views.ts';
import { useText } from '../../ui/app-context.tsx';
import { useOpeningView } from '../../ui/views/use-opening-view.ts';
import { type BuiltInView, filled, type ViewQuery } from '../../ui/views/view-model.ts';
import { type CustomerFilter, customerFilterQuery, readCustomerFilter } from './customer-filter.ts';

type Built = { readonly key: BuiltKey; readonly filter: Partial<CustomerFilter> };
type BuiltKey = 'all' | 'owing' | 'best' | 'new' | 'log-in' | 'archived';

const built: readonly Built[] = [
  { key: 'all', filter: {} },
  { key: 'owing', filter: { show: 'owing', sort: 'owed', descending: true } },
  { key: 'best', filter: { sort: 'spent', descending: true } },
  { key: 'new', filter: { show: 'new', sort: 'created', descending: true } },
  { key: 'log-in', filter: { show: 'log-in' } },
  { key: 'archived', filter: { show: 'archived' } },
];

const everybody: CustomerFilter = { text: '', show: 'all', sort: 'name', descending: false };

/** The views of the directory: those that every shop has, and those that were saved. */
export function useCustomerViews() {
  const text = useText();
  const model = useSavedViews('customers');
  const builtIn = useMemo(
    (): readonly BuiltInView[] =>
      built.map(({ key, filter }) => ({
        key,
        name: text(`customers.view-${key}`),
        query: filled(customerFilterQuery({ ...everybody, ...filter })),
      })),
    [text],
  );
  /** `isKnown`: what the directory opens with is known, so that it may be asked for. */
  const isKnown = useOpeningView(model, builtIn);
  return { isKnown, model, builtIn, clean: cleanCustomerQuery };
}

/** Filter and order as this version writes them; the open customer and the view's own number are no part. */
function cleanCustomerQuery(query: ViewQuery): ViewQuery {
  return filled(customerFilterQuery(readCustomerFilter(query)));
}
