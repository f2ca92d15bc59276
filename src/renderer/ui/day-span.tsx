import type { CalendarDate } from '../../shared/domain/calendar.ts';
import { DateField } from './date-field.tsx';
import styles from './day-span.module.css';

type DaySpanProps = {
  readonly fromLabel: string;
  readonly toLabel: string;
  /** Null is open-ended. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Where an empty field's calendar opens: the business date. */
  readonly around: CalendarDate;
  /** The latest day that it may begin with. */
  readonly latestFrom?: CalendarDate;
  readonly onChange: (change: {
    readonly from?: CalendarDate | null;
    readonly to?: CalendarDate | null;
  }) => void;
};

/** From one day to another, both included, in one row of a filter bar. */
export function DaySpan({ fromLabel, toLabel, from, to, around, latestFrom, onChange }: DaySpanProps) {
  return (
    <div className={styles.days}>
      <DateField
        label={fromLabel}
        hideLabel
        value={from}
        around={around}
        most={latestFrom}
        onChange={(day) => onChange({ from: day })}
      />
      <span aria-hidden="true">–</span>
      <DateField
        label={toLabel}
        hideLabel
        value={to}
        around={around}
        onChange={(day) => onChange({ to: day })}
      />
    </div>
  );
}
