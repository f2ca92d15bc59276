import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import type { OrderFilter } from './order-filter.ts';

/** What those are called that a filter names by number; null until it is known, or where it may not be seen. */
export type FilterNames = {
  readonly customer: string | null;
  readonly tender: string | null;
  readonly person: string | null;
  readonly product: string | null;
};

/** The names that the filter needs, and no others. */
export function useFilterNames({ customer, tender, person, product }: OrderFilter): FilterNames {
  const seesCustomers = useMay('see-customers');
  const seesProducts = useMay('see-products');
  const customers = useApiQuery(
    'customers.get',
    { customerId: customer ?? 1 },
    { enabled: customer !== null && seesCustomers },
  );
  const choices = useApiQuery('orders.choices', {}, { enabled: tender !== null || person !== null }).data;
  const products = useApiQuery(
    'catalog.product',
    { productId: product ?? 1 },
    { enabled: product !== null && seesProducts },
  );
  const { name, variantLabel } = products.data ?? { name: null, variantLabel: null };
  return {
    customer: customers.data?.name ?? null,
    tender: choices?.tenders.find((one) => one.tenderId === tender)?.name ?? null,
    person: choices?.people.find((one) => one.staffId === person)?.name ?? null,
    product: name === null ? null : [name, variantLabel].filter(Boolean).join(', '),
  };
}
