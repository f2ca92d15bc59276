import type { CalendarDate } from '../../shared/domain/calendar.ts';

/** Roll-ups of closed days: derived from the rows, proven by `reports.prove`. */

export type DayFiguresTable = {
  kind: string;
  key: string;
  date: CalendarDate;
  count: number;
  gross: number;
  discount: number;
  amount: number;
  tax: number;
  rounding: number;
  quantity: number;
  cost: number;
  costed: number;
};

/** `month` is yyyymm. */
export type ProductMonthsTable = {
  month: number;
  /** 0 for custom items. */
  productId: number;
  soldQuantity: number;
  soldAmount: number;
  soldTax: number;
  soldCost: number;
  soldCosted: number;
  backQuantity: number;
  backAmount: number;
  backTax: number;
  backCost: number;
  backCosted: number;
};

export type ProductYearsTable = {
  year: number;
  /** 0 for custom items. */
  productId: number;
  soldQuantity: number;
  soldAmount: number;
  soldTax: number;
  soldCost: number;
  soldCosted: number;
  backQuantity: number;
  backAmount: number;
  backTax: number;
  backCost: number;
  backCosted: number;
};

export type RollupsTable = {
  id: number;
  closedThrough: CalendarDate | null;
  /** The earliest closed day for which something came in since it was folded. */
  staleFrom: CalendarDate | null;
  timeZone: string;
  provenAt: number | null;
  provenThrough: CalendarDate | null;
  differences: number;
};
