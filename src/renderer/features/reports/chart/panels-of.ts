import type { ReportKey, ReportResult } from '../../../../shared/contract/reports.ts';
import type { StepSize } from './merge-steps.ts';
import type { Panel } from './panel.ts';
import { heatPanel, lowStockPanel, movementPanel, sharesPanel, statusPanel } from './part-panels.ts';
import { rankedPanel } from './ranked-panel.ts';
import type { Words } from './step-words.ts';
import { stackedTimePanel, timePanel } from './time-panel.ts';

type Make = (result: ReportResult, by: StepSize, words: Words) => readonly (Panel | null)[];

const goods: Make = (result, by, words) => [
  rankedPanel(
    result,
    {
      ...{ column: 'goods', metric: 'goods' },
      inset: { column: 'margin', name: words.text('metric.name-margin') },
    },
    words,
  ),
  timePanel(result, by, 'goods', words),
];

/** The pictures that suit each report, the one that says most first. */
const panels: Readonly<Record<ReportKey, Make>> = {
  sales: (result, by, words) => [timePanel(result, by, result.seriesMetrics[0] ?? 'netSales', words)],
  products: goods,
  categories: goods,
  'average-order': (result, by, words) => [timePanel(result, by, 'averageOrder', words)],
  status: (result, _by, words) => [statusPanel(result, words)],
  payments: (result, by, words) => [
    sharesPanel(result, words),
    stackedTimePanel(result, by, ['paid', { metric: 'refunded', role: 'second', isBelow: true }], words),
  ],
  tax: (result, by, words) => [
    timePanel(result, by, 'tax', words),
    rankedPanel(result, { column: 'tax', metric: 'tax' }, words),
  ],
  refunds: (result, by, words) => [
    timePanel(result, by, 'refunded', words),
    rankedPanel(result, { column: 'refunded', metric: 'refunded' }, words),
  ],
  returns: (result, by, words) => [
    timePanel(result, by, 'returned', words),
    rankedPanel(result, { column: 'returnedGoods', metric: 'returnedGoods' }, words),
  ],
  discounts: (result, by, words) => [
    timePanel(result, by, 'discounts', words),
    rankedPanel(result, { column: 'discounts', metric: 'discounts' }, words),
  ],
  customers: (result, by, words) => [
    stackedTimePanel(result, by, ['newCustomers', { metric: 'returningCustomers', role: 'second' }], words),
    rankedPanel(result, { column: 'keptSales', metric: 'keptSales' }, words),
  ],
  staff: (result, by, words) => [
    rankedPanel(result, { column: 'sales', metric: 'sales' }, words),
    timePanel(result, by, 'sales', words),
  ],
  hours: (result, _by, words) => [heatPanel(result, words)],
  'stock-value': (result, _by, words) => [
    rankedPanel(result, { column: 'stockValue', metric: 'stockValue' }, words) ??
      rankedPanel(result, { column: 'onHand', metric: 'onHand' }, words),
  ],
  'low-stock': (result, _by, words) => [lowStockPanel(result, words)],
  'dead-stock': (result, _by, words) => [
    rankedPanel(result, { column: 'deadStockValue', metric: 'deadStockValue' }, words) ??
      rankedPanel(result, { column: 'onHand', metric: 'onHand' }, words),
  ],
  'stock-movements': (result, _by, words) => [movementPanel(result, words)],
};

/** The pictures of a report, each with what its points stand for. */
export function panelsOf(result: ReportResult, by: StepSize, words: Words): readonly Panel[] {
  return panels[result.report](result, by, words).filter((panel): panel is Panel => panel !== null);
}
