import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import styles from './filter-bar.module.css';

export type AppliedFilter = { readonly key: string; readonly label: string; readonly onRemove: () => void };

type FilterBarProps = {
  /** Search box and selects. */
  readonly children: ReactNode;
  readonly applied: readonly AppliedFilter[];
  readonly onClear: () => void;
  /** What the filters leave: "128 orders". */
  readonly summary?: string | undefined;
};

/** Controls of a list, and under them what is applied; each goes with one press, all with one more. */
export function FilterBar({ children, applied, onClear, summary }: FilterBarProps) {
  const text = useText();
  return (
    <section className={styles.bar} aria-label={text('ui.filters')}>
      <div className={styles.controls}>{children}</div>
      {(applied.length > 0 || summary !== undefined) && (
        <div className={styles.applied}>
          {applied.map((filter) => (
            <button
              key={filter.key}
              type="button"
              className={styles.chip}
              aria-label={text('ui.remove-filter', { filter: filter.label })}
              onClick={filter.onRemove}
            >
              <span className={styles.chipLabel}>{filter.label}</span>
              <X aria-hidden="true" />
            </button>
          ))}
          {applied.length > 0 && (
            <Button variant="quiet" size="small" onPress={onClear}>
              {text('ui.clear-all')}
            </Button>
          )}
          {summary !== undefined && (
            <span className={styles.summary} role="status">
              {summary}
            </span>
          )}
        </div>
      )}
    </section>
  );
}
