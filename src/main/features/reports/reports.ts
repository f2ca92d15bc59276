import type { ReportInput, ReportKey } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import {
  discountTable,
  hourTable,
  paymentTable,
  refundTable,
  returnTable,
  staffTable,
  taxTable,
} from './money-tables.ts';
import { customerTable, statusTable } from './order-tables.ts';
import { categoryTable, productTable } from './product-tables.ts';
import type { Report } from './report-parts.ts';
import { stockSplit, taxSplit } from './splits.ts';
import { averageTable, salesTable } from './step-tables.ts';
import { deadStockTable, lowStockTable, movementTable, stockValueTable } from './stock-tables.ts';

const goods: readonly Metric[] = ['goods', 'units', 'cost', 'margin', 'marginShare'];

/** What each report shows. */
export const reports: Readonly<Record<ReportKey, Report>> = {
  sales: {
    figures: [
      ...([
        'netSales',
        'sales',
        'orders',
        'averageOrder',
        'grossSales',
        'discounts',
        'cancelled',
        'returned',
      ] as const),
      ...(['goodwill', 'tax', 'netSalesWithoutTax', 'rounding', 'margin', 'marginShare'] as const),
    ],
    series: ['netSales', 'sales', 'orders'],
    table: salesTable,
  },
  products: { figures: goods, series: ['goods', 'units'], table: productTable },
  categories: { figures: goods, series: ['goods', 'units'], table: categoryTable },
  'average-order': {
    figures: ['averageOrder', 'keptOrders', 'keptSales'],
    series: ['averageOrder', 'keptOrders'],
    table: averageTable,
  },
  status: { figures: ['orders', 'keptOrders', 'openOrders', 'sales'], series: [], table: statusTable },
  payments: {
    figures: ['paid', 'payments', 'refunded', 'refunds'],
    series: ['paid', 'refunded'],
    table: paymentTable,
  },
  tax: {
    figures: ['tax', 'netSales', 'netSalesWithoutTax'],
    series: ['tax'],
    table: taxTable,
    split: taxSplit,
  },
  refunds: {
    figures: ['refunded', 'refunds', 'awaitingRefund', 'awaitingRefunds'],
    series: ['refunded', 'refunds'],
    table: refundTable,
  },
  returns: {
    figures: ['returned', 'returns', 'returnedUnits', 'returnedGoods', 'goodwill'],
    series: ['returned', 'returns'],
    table: returnTable,
  },
  discounts: {
    figures: ['discounts', 'discountShare', 'grossSales'],
    series: ['discounts'],
    table: discountTable,
  },
  customers: {
    figures: ['customers', 'newCustomers', 'returningCustomers', 'newSales', 'returningSales', 'walkInSales'],
    series: ['newCustomers', 'returningCustomers'],
    table: customerTable,
  },
  staff: { figures: ['sales', 'orders', 'averageOrder'], series: ['sales', 'orders'], table: staffTable },
  hours: { figures: ['sales', 'orders'], series: ['sales', 'orders'], table: hourTable },
  'stock-value': {
    figures: ['stockValue', 'onHand'],
    series: [],
    table: stockValueTable,
    split: stockSplit,
  },
  'low-stock': { figures: ['lowStock'], series: [], table: lowStockTable },
  'dead-stock': { figures: ['deadStock', 'deadStockValue'], series: [], table: deadStockTable },
  'stock-movements': { figures: ['movements', 'stockIn', 'stockOut'], series: [], table: movementTable },
};

/** Only what has a time can be cut by the hour: sales and orders alone. */
export function seriesFor(report: ReportKey, by: ReportInput['by']): readonly Metric[] {
  return by === 'hour' ? ['sales', 'orders'] : reports[report].series;
}
