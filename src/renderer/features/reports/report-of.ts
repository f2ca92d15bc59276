import {
  Armchair,
  Banknote,
  BarChart3,
  Boxes,
  CalendarClock,
  CircleUser,
  CreditCard,
  FolderTree,
  Landmark,
  ListChecks,
  type LucideIcon,
  MoveVertical,
  PackageMinus,
  PackageSearch,
  Percent,
  Receipt,
  Undo2,
  Users,
} from 'lucide-react';
import { type ReportInput, type ReportKey, reportKeys } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import type { RangePreset } from '../../../shared/domain/report-range.ts';
import { daysIn, type Span, type StepSize } from '../../../shared/domain/report-span.ts';

export const reportGroups = ['sales', 'goods', 'money', 'people', 'stock'] as const;
export type ReportGroup = (typeof reportGroups)[number];

/** What the shell has to know of a report before it has run. */
export type ReportKind = {
  readonly group: ReportGroup;
  readonly icon: LucideIcon;
  /** The range that it opens with. Null where the range does not count: how things stand now. */
  readonly range: RangePreset | null;
  /** How its time line may be cut; empty where it has none. */
  readonly steps: readonly StepSize[];
  /** Whether two ranges of it can be compared. */
  readonly compares: boolean;
  /** The column that the table is sorted by where nobody has said, `-` before it for the largest first. */
  readonly sort: string | null;
  /** What a row is explained by, where the sorted column says nothing else; null leads to the row's own page instead. */
  readonly metric: Metric | null;
};

const fromDays: readonly StepSize[] = ['day', 'week', 'month', 'quarter', 'year'];
const fromHours: readonly StepSize[] = ['hour', ...fromDays];

type Usual = readonly [range: RangePreset | null, steps: readonly StepSize[], sort: string | null];

function kind(
  group: ReportGroup,
  icon: LucideIcon,
  metric: Metric | null,
  [range, steps, sort]: Usual,
): ReportKind {
  return { group, icon, range, steps, sort, metric, compares: range !== null };
}

const month = 'last-30-days';
const year = 'last-12-months';

/** Every report, in the order of the overview. */
export const reportOf: Readonly<Record<ReportKey, ReportKind>> = {
  sales: kind('sales', BarChart3, 'netSales', [month, fromHours, '-from']),
  'average-order': kind('sales', Receipt, 'averageOrder', [year, fromDays, '-from']),
  status: kind('sales', ListChecks, 'orders', [month, [], null]),
  hours: kind('sales', CalendarClock, 'sales', [month, [], null]),
  products: kind('goods', PackageSearch, 'goods', [month, fromDays, '-goods']),
  categories: kind('goods', FolderTree, 'goods', [month, fromDays, '-goods']),
  returns: kind('goods', Undo2, 'returnedGoods', [month, fromDays, '-returnedGoods']),
  payments: kind('money', CreditCard, 'paid', [month, fromDays, '-paid']),
  refunds: kind('money', Banknote, 'refunded', [month, fromDays, '-refunded']),
  discounts: kind('money', Percent, 'discounts', [month, fromDays, '-discounts']),
  tax: kind('money', Landmark, 'tax', ['last-month', fromDays, 'name']),
  customers: kind('people', Users, 'keptSales', [month, fromDays, '-keptSales']),
  staff: kind('people', CircleUser, 'sales', [month, fromDays, '-sales']),
  'stock-value': kind('stock', Boxes, null, [null, [], null]),
  'low-stock': kind('stock', PackageMinus, null, [null, [], null]),
  'dead-stock': { ...kind('stock', Armchair, null, [year, [], null]), compares: false },
  'stock-movements': kind('stock', MoveVertical, 'movements', [month, [], '-movements']),
};

export const reportsInOrder = Object.keys(reportOf) as readonly ReportKey[];

export function reportsIn(group: ReportGroup): readonly ReportKey[] {
  return reportsInOrder.filter((key) => reportOf[key].group === group);
}

export function reportNamed(key: string): ReportKey | null {
  return reportKeys.find((one) => one === key) ?? null;
}

/** Fewest and most days of a range that a step makes sense for: at least two of it, at most 4,000. */
const daysOfStep: Readonly<Record<StepSize, readonly [number, number]>> = {
  hour: [1, 166],
  day: [2, 4000],
  week: [8, 14_610],
  month: [32, 14_610],
  quarter: [93, 14_610],
  year: [367, 14_610],
};

/** Points of what does not add up to fewer (an average, customers of a day): beyond, they are a solid band. */
const mostPoints = 370;
const doesNotAdd: ReadonlySet<ReportKey> = new Set(['average-order', 'customers']);
const lengthOf: Readonly<Partial<Record<StepSize, number>>> = { day: 1, week: 7 };

function mostDays(report: ReportKey, step: StepSize): number {
  const [, most] = daysOfStep[step];
  return doesNotAdd.has(report) ? Math.min(most, (lengthOf[step] ?? most) * mostPoints) : most;
}

/** The steps that make sense for a report over a range, the finest first; the report's finest where none does. */
export function stepsFor(report: ReportKey, span: Span): readonly StepSize[] {
  const { steps } = reportOf[report];
  const days = daysIn(span);
  const fitting = steps.filter((step) => daysOfStep[step][0] <= days && days <= mostDays(report, step));
  return fitting.length > 0 ? fitting : steps.slice(0, 1);
}

/** Up to how many days a step is the one that a person would choose. */
const upToDays: readonly (readonly [StepSize, number])[] = [
  ['hour', 1],
  ['day', 62],
  ['week', 183],
  ['month', 1830],
  ['quarter', 3660],
];

/** How the time line is cut where nobody has said: some dozens of steps. Average orders go by calendar month. */
export function defaultStep(report: ReportKey, span: Span): StepSize {
  const steps = stepsFor(report, span);
  const days = daysIn(span);
  const usual = upToDays.find(([, most]) => days <= most)?.[0] ?? 'year';
  const wished = report === 'average-order' && steps.includes('month') ? 'month' : usual;
  return steps.find((step) => step === wished) ?? steps[0] ?? 'day';
}

/** How many rows a table shows at first, and with each "show more". */
export const rowLimits = [10, 50, 250, 1000] as const satisfies readonly ReportInput['limit'][];
