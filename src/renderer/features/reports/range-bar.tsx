import { ChevronLeft, ChevronRight } from 'lucide-react';
import { rangePresets } from '../../../shared/domain/report-range.ts';
import { useText } from '../../ui/app-context.tsx';
import { DaySpan } from '../../ui/day-span.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './range-bar.module.css';
import { reportOf, stepsFor } from './report-of.ts';
import { comparisonOf, comparisonsFor, shiftedView, stepOf } from './report-view.ts';
import type { Report } from './use-report.ts';

/** Which days a report is of, how its time line is cut, and what it is compared with. */
export function RangeBar({ report }: { readonly report: Report }) {
  const text = useText();
  if (reportOf[report.report].range === null) return null;
  return (
    <section className={styles.bar} aria-label={text('reports.controls')}>
      <RangeChoice report={report} />
      <StepChoice report={report} />
      <CompareChoice report={report} />
    </section>
  );
}

function RangeChoice({ report }: { readonly report: Report }) {
  const text = useText();
  const { view, span, today, look } = report;
  const before = shiftedView(view, span, -1, today);
  const after = shiftedView(view, span, 1, today);
  return (
    <div className={styles.range}>
      <IconButton
        label={text('reports.earlier')}
        icon={<ChevronLeft className={styles.arrow} />}
        disabled={before === null}
        onPress={() => before && look(before)}
      />
      <span className={styles.select}>
        <Select
          label={text('reports.range')}
          hideLabel
          choices={[
            ...rangePresets.map((key) => ({ key, label: text(`reports.range-${key}`) })),
            { key: 'custom' as const, label: text('reports.range-custom') },
          ]}
          value={view.range ?? 'custom'}
          onChange={(range) =>
            look(range === 'custom' ? { range: null, ...span } : { range, from: null, to: null })
          }
        />
      </span>
      <IconButton
        label={text('reports.later')}
        icon={<ChevronRight className={styles.arrow} />}
        disabled={after === null}
        onPress={() => after && look(after)}
      />
      {view.range === null && (
        <DaySpan
          fromLabel={text('reports.from')}
          toLabel={text('reports.to')}
          from={span.from}
          to={span.to}
          around={today}
          onChange={(change) => look({ ...span, ...change })}
        />
      )}
    </div>
  );
}

function StepChoice({ report: { report, view, span, look } }: { readonly report: Report }) {
  const text = useText();
  const steps = stepsFor(report, span);
  if (reportOf[report].steps.length === 0) return null;
  return (
    <span className={styles.step}>
      <Select
        label={text('reports.by')}
        hideLabel
        choices={steps.map((key) => ({ key, label: text(`reports.by-${key}`) }))}
        value={stepOf(report, view, span)}
        onChange={(by) => look({ by })}
      />
    </span>
  );
}

function CompareChoice({ report: { report, view, span, look } }: { readonly report: Report }) {
  const text = useText();
  const choices = comparisonsFor(report, view.range, span);
  if (!reportOf[report].compares) return null;
  return (
    <span className={styles.compare}>
      <Select
        label={text('reports.compare')}
        hideLabel
        choices={choices.map((key) => ({ key, label: text(`reports.compare-${key}`) }))}
        value={comparisonOf(report, view, span)}
        onChange={(compare) => look({ compare })}
      />
    </span>
  );
}
