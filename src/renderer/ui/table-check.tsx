import { useEffect, useRef } from 'react';
import styles from './table.module.css';

type TableCheckProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly partly?: boolean;
  /** `extend`: with Shift, all rows from the one before to this. */
  readonly onToggle: (extend: boolean) => void;
};

/** Plain checkbox of a row or of all: thousands of them must cost nothing. Space on the row does the same. */
export function TableCheck({ label, checked, partly = false, onToggle }: TableCheckProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = partly;
  }, [partly]);
  return (
    <label className={styles.check}>
      <input
        ref={input}
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={checked}
        onChange={(event) => onToggle(isShifted(event.nativeEvent))}
        onClick={(event) => event.stopPropagation()}
      />
    </label>
  );
}

/** A checkbox changes by a click, of which a key press makes one too. */
function isShifted(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}
