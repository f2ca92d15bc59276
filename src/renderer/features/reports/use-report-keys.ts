import { previousOf, type RangePreset } from '../../../shared/domain/report-range.ts';
import { useText } from '../../ui/app-context.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { reportOf } from './report-of.ts';
import { comparisonOf, shiftedView } from './report-view.ts';
import type { Report } from './use-report.ts';

const presetKeys = [
  { keys: 'Alt+1', name: 'today', range: 'today' },
  { keys: 'Alt+2', name: 'week', range: 'this-week' },
  { keys: 'Alt+3', name: 'month', range: 'this-month' },
  { keys: 'Alt+4', name: 'year', range: 'this-year' },
  { keys: 'Alt+0', name: 'ever', range: 'all-time' },
] as const satisfies readonly { keys: string; name: string; range: RangePreset }[];

/** The keys of a report: its days, the period before and after, what it is compared with, its table. */
export function useReportKeys(report: Report, goToTable: () => void): void {
  const text = useText();
  const { view, span, today, look, isSlow, stop } = report;
  const { range, compares } = reportOf[report.report];
  const hasRange = range !== null;
  const shift = (way: -1 | 1) => {
    const shifted = shiftedView(view, span, way, today);
    if (shifted) look(shifted);
  };
  const isCompared = comparisonOf(report.report, view, report.span) !== 'none';
  useHotkeys([
    { keys: '[', label: text('reports.earlier'), enabled: hasRange, run: () => shift(-1) },
    { keys: ']', label: text('reports.later'), enabled: hasRange, run: () => shift(1) },
    ...presetKeys.map(({ keys, name, range: preset }) => ({
      ...{ keys, label: text(`reports.key-${name}`), enabled: hasRange },
      run: () => look({ range: preset, from: null, to: null }),
    })),
    {
      ...{ keys: 'Alt+C', label: text('reports.key-compare') },
      enabled: compares && previousOf(view.range) !== null,
      run: () => look({ compare: isCompared ? 'none' : null }),
    },
    { keys: 'F2', label: text('reports.key-table'), run: goToTable },
    { keys: 'Escape', label: text('reports.stop'), enabled: isSlow, run: stop },
  ]);
}
