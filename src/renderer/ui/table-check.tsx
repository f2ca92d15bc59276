import { useEffect, useRef } from 'react';
import styles from './table.module.css';

type TableCheckProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly partly?: boolean;
  readonly onToggle: () => void;
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
        onChange={onToggle}
        onClick={(event) => event.stopPropagation()}
      />
    </label>
  );
}
