import { useApiQuery } from '../../bridge/api-query.ts';
import type { TenderChoice } from '../../ui/pay/pay-reducer.ts';

const noTenders: readonly TenderChoice[] = [];

/** The ways to pay that the shop offers. */
export function useTenders() {
  const { data, error } = useApiQuery('shop.tenders', {});
  return { tenders: data ?? noTenders, tendersError: error };
}
