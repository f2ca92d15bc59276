import { percent } from '../../../shared/domain/rate.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { DaySpan } from '../../ui/day-span.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './exceptions-bar.module.css';
import { discountShares, ranges } from './exceptions-range.ts';
import type { Exceptions } from './use-exceptions.ts';

/** Which days are looked at, and from where on a discount is large. */
export function ExceptionsBar({ exceptions }: { readonly exceptions: Exceptions }) {
  const text = useText();
  const format = useFormat();
  const { view, span, look } = exceptions;
  return (
    <div className={styles.bar}>
      <Segmented
        label={text('audit.range')}
        choices={ranges.map((key) => ({ key, label: text(`audit.range-${key}`) }))}
        value={view.range}
        onChange={(range) => look({ range, ...(range === 'custom' ? { from: span.from, to: span.to } : {}) })}
      />
      {view.range === 'custom' && <Days exceptions={exceptions} />}
      <div className={styles.share}>
        <span aria-hidden="true" className={styles.label}>
          {text('audit.discount-from')}
        </span>
        <Select
          label={text('audit.discount-from')}
          hideLabel
          choices={discountShares.map((key) => ({ key, label: format.percent(percent(Number(key))) }))}
          value={view.share}
          onChange={(share) => look({ share })}
        />
      </div>
    </div>
  );
}

function Days({ exceptions: { view, today, look } }: { readonly exceptions: Exceptions }) {
  const text = useText();
  return (
    <DaySpan
      fromLabel={text('audit.from')}
      toLabel={text('audit.to')}
      from={view.from}
      to={view.to}
      around={today}
      latestFrom={today}
      onChange={look}
    />
  );
}
