import { X } from 'lucide-react';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './product-form.module.css';

type ChipsProps = {
  readonly label: string;
  readonly values: readonly string[];
  /** How taking one away is called: "Remove barcode 123". */
  readonly removeLabel: (value: string) => string;
  /** Whether a value may go. */
  readonly mayRemove?: (value: string) => boolean;
  readonly onRemove: (value: string) => void;
};

/** Codes or values, each of which goes by its cross. */
export function Chips({ label, values, removeLabel, mayRemove = () => true, onRemove }: ChipsProps) {
  if (values.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {values.map((value) => (
        <li key={value} className={joinClasses(styles.chip, !mayRemove(value) && styles.plain)}>
          <bdi>{value}</bdi>
          {mayRemove(value) && (
            <button
              type="button"
              className={styles.remove}
              aria-label={removeLabel(value)}
              onClick={() => onRemove(value)}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
