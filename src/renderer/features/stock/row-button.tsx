import styles from './row-button.module.css';

type RowButtonProps = {
  /** What it does and to what: read out. */
  readonly label: string;
  readonly children: string;
  readonly onPress: () => void;
};

/**
 * A button in a row of a table, for mouse and touch. Thousands of rows would make Tab endless: the keyboard does
 * the same with a letter on the row.
 */
export function RowButton({ label, children, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      className={styles.button}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {children}
    </button>
  );
}
