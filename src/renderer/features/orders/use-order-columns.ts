import { type RefObject, useMemo } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { orderColumns } from './order-columns.tsx';
import type { OrderList } from './use-order-list.ts';

/** The columns that what is looked for needs, as far as there is room in the element around the table. */
export function useOrderColumns(list: OrderList, listRef: RefObject<HTMLDivElement | null>) {
  const { text, format } = useApp();
  const { today, chosenColumns: chosen } = list;
  const hasStep = useMay('advance-order');
  const { status, payment } = list.filter;
  const showsOpen = payment === 'owing' || payment === 'awaiting' || payment === 'part-paid';
  const showsDay = status === 'open' || status === 'due' || status === 'overdue';
  const columns = useMemo(
    () => orderColumns({ text, format, today, hasStep, showsOpen, showsDay, chosen }),
    [text, format, today, hasStep, showsOpen, showsDay, chosen],
  );
  return useFittingColumns(listRef, columns);
}
