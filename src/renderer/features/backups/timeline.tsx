import type { BackupRow } from '../../../shared/contract/backup-fields.ts';
import { useApp } from '../../ui/app-context.tsx';
import { covered, spans } from './covered.ts';
import styles from './timeline.module.css';

export type KeptRow = BackupRow;

/** Which of the last hours, days and months a verified backup is kept of. */
export function Timeline({ rows, now }: { readonly rows: readonly KeptRow[]; readonly now: number }) {
  const { text, format } = useApp();
  const verified = rows
    .filter(({ state }) => state === 'verified')
    .map(({ madeAt, stillTrueAt }) => ({ from: madeAt, to: stillTrueAt ?? madeAt }));
  return (
    <div className={styles.timeline}>
      {spans.map(({ span, most }) => {
        const cells = covered(span, most, verified, now);
        const done = format.number(cells.filter(Boolean).length);
        const words = { done, most: format.number(most) };
        return (
          <div
            key={span}
            role="img"
            aria-label={text(`backups.timeline-of-${span}`, words)}
            className={styles.span}
          >
            <span className={styles.words}>
              <span>{text(`backups.timeline-${span}`)}</span>
              <span className={styles.count}>{text('backups.timeline-count', words)}</span>
            </span>
            <span className={styles.cells}>
              {cells.map((isCovered, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <span key={index} className={styles.cell} data-covered={isCovered || undefined} />
              ))}
            </span>
          </div>
        );
      })}
    </div>
  );
}
