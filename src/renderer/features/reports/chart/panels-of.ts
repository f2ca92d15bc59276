import type { ReportKey, ReportResult } from '../../../../shared/contract/reports.ts';
import type { StepSize } from './merge-steps.ts';
import type { Panel } from './panel.ts';
import { heatPanel, lowStockPanel, movementPanel, sharesPanel, statusPanel } from './part-panels.ts';
import { rankedPanel } from './ranked-panel.ts';
import { stockSplitPanel, taxTimePanel } from './split-panels.ts';
import type { Words } from './step-words.ts';
import { stackedTimePanel, timePanel } from './time-panel.ts';

type Make = (result: ReportResult, by: StepSize, words: Words) => readonly (Panel | null)[];

const goods =
  (title: 'report-chart.of-products' | 'report-chart.of-categories'): Make =>
  (result, by, words) => [
    rankedPanel(
      result,
      {
        ...{ column: 'goods', metric: 'goods', title },
        inset: { column: 'margin', name: words.text('metric.name-margin') },
      },
      words,
    ),
    timePanel(result, by, 'goods', words),
  ];

/** The pictures that suit each report, the one that says most first. */
const panels: Readonly<Record<ReportKey, Make>> = {
  sales: (result, by, words) => [timePanel(result, by, result.seriesMetrics[0] ?? 'netSales', words)],
  products: goods('report-chart.of-products'),
  categories: goods('report-chart.of-categories'),
  'average-order': (result, by, words) => [timePanel(result, by, 'averageOrder', words)],
  status: (result, _by, words) => [statusPanel(result, words)],
  payments: (result, by, words) => [
    sharesPanel(result, words),
    stackedTimePanel(result, by, ['paid', { metric: 'refunded', role: 'second', isBelow: true }], words),
  ],
  tax: (result, by, words) => [
    taxTimePanel(result, by, words),
    rankedPanel(result, { column: 'tax', metric: 'tax', title: 'report-chart.of-tax' }, words),
  ],
  refunds: (result, by, words) => [
    timePanel(result, by, 'refunded', words),
    rankedPanel(result, { column: 'refunded', metric: 'refunded', title: 'report-chart.of-refunds' }, words),
  ],
  returns: (result, by, words) => [
    timePanel(result, by, 'returned', words),
    rankedPanel(
      result,
      { column: 'returnedGoods', metric: 'returnedGoods', title: 'report-chart.of-returns' },
      words,
    ),
  ],
  discounts: (result, by, words) => [
    timePanel(result, by, 'discounts', words),
    rankedPanel(
      result,
      { column: 'discounts', metric: 'discounts', title: 'report-chart.of-discounts' },
      words,
    ),
  ],
  customers: (result, by, words) => [
    stackedTimePanel(result, by, ['newCustomers', { metric: 'returningCustomers', role: 'second' }], words),
    rankedPanel(
      result,
      { column: 'keptSales', metric: 'keptSales', title: 'report-chart.of-customers' },
      words,
    ),
  ],
  staff: (result, by, words) => [
    rankedPanel(result, { column: 'sales', metric: 'sales', title: 'report-chart.of-staff' }, words),
    timePanel(result, by, 'sales', words),
  ],
  hours: (result, _by, words) => [heatPanel(result, words)],
  'stock-value': (result, _by, words) => [
    rankedPanel(
      result,
      { column: 'stockValue', metric: 'stockValue', title: 'report-chart.of-stock-value' },
      words,
    ) ?? rankedPanel(result, { column: 'onHand', metric: 'onHand', title: 'report-chart.of-on-hand' }, words),
    stockSplitPanel(result, words),
  ],
  'low-stock': (result, _by, words) => [lowStockPanel(result, words)],
  'dead-stock': (result, _by, words) => [
    rankedPanel(
      result,
      { column: 'deadStockValue', metric: 'deadStockValue', title: 'report-chart.of-dead-stock' },
      words,
    ) ?? rankedPanel(result, { column: 'onHand', metric: 'onHand', title: 'report-chart.of-on-hand' }, words),
  ],
  'stock-movements': (result, _by, words) => [movementPanel(result, words)],
};

/** The pictures of a report, each with what its points stand for. A time line of one step says nothing beside another. */
export function panelsOf(result: ReportResult, by: StepSize, words: Words): readonly Panel[] {
  const made = panels[result.report](result, by, words).filter((panel): panel is Panel => panel !== null);
  const others = made.filter(({ key }) => !key.startsWith('time-'));
  return result.series.length === 1 && others.length > 0 ? others : made;
}
