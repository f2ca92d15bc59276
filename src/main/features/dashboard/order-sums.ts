import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { preparedRead } from '../../database/prepared.ts';

type OpenOrders = { open: number; due: number; overdue: number };

/** Orders still to be delivered or collected: all, for today, and late. Spelled as the index `ordersOpen` is. */
export const openOrders = preparedRead<{ today: CalendarDate }, OpenOrders>(
  (slot) => sql<OpenOrders>`
    SELECT count(*) AS open, ifnull(sum(deliveryDate = ${slot('today')}), 0) AS due,
      ifnull(sum(deliveryDate < ${slot('today')}), 0) AS overdue
    FROM orders WHERE status IN ('received', 'shipped', 'in-transit')`,
);
