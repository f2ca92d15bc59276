import { useApp } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './exceptions-matrix.module.css';
import type { ExceptionFigures } from './exceptions-matrix.tsx';
import type { ExceptionsView } from './exceptions-range.ts';
import type { Exceptions } from './use-exceptions.ts';

type CellProps = {
  readonly person: ExceptionsView['person'];
  readonly name: string;
  readonly tally: ExceptionFigures['kinds'][number];
  /** How often it happened in all: the longest bar. */
  readonly most: number;
  readonly exceptions: Exceptions;
};

/** How often and how much; pressed, it shows what is behind. */
export function ExceptionCell({ person, name, tally: { kind, count, amount }, most, exceptions }: CellProps) {
  const { text, format } = useApp();
  if (count === 0) {
    return (
      <td className={styles.cell}>
        <span className={styles.zero}>{format.number(0)}</span>
      </td>
    );
  }
  const { view, open } = exceptions;
  return (
    <td className={styles.cell}>
      <button
        type="button"
        className={styles.figure}
        aria-pressed={view.kind === kind && view.person === person}
        onClick={() => open(kind, person)}
      >
        <VisuallyHidden>
          {text('audit.cell', { kind: text(`audit.kind-${kind}`), person: name })}{' '}
        </VisuallyHidden>
        <span className={styles.count}>{format.number(count)}</span>{' '}
        <span className={styles.amount}>{amount === null ? '' : format.money(amount)}</span>
        {person !== 'all' && (
          <span
            aria-hidden="true"
            className={styles.bar}
            style={{ inlineSize: `${(count / most) * 100}%` }}
          />
        )}
      </button>
    </td>
  );
}
