import { useDeferredValue, useMemo } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { useApiQuery } from './api-query.ts';

export type SimilarCustomer = Output<'customers.similar'>[number];

/** Whoever types may be writing somebody down twice: more than three are no hint. */
const most = 3;
const none: readonly SimilarCustomer[] = [];

/**
 * Who has this telephone number or e-mail address already, while they are typed. `exceptId` is who is being changed,
 * null for somebody new.
 */
export function useSimilarCustomers(
  phone: string,
  email: string,
  exceptId: number | null,
): readonly SimilarCustomer[] {
  const asked = { phone: useDeferredValue(phone.slice(0, 60)), email: useDeferredValue(email.slice(0, 160)) };
  const isWorthAsking = asked.phone.trim().length >= 6 || asked.email.includes('@');
  const { data } = useApiQuery(
    'customers.similar',
    { ...asked, exceptId },
    { enabled: isWorthAsking, keepPrevious: true },
  );
  return useMemo(() => (isWorthAsking && data ? data.slice(0, most) : none), [isWorthAsking, data]);
}
