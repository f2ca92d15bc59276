import { Skeleton } from './skeleton.tsx';
import styles from './table.module.css';

const rows = [72, 54, 80, 61, 75, 49, 66, 58];

/** Rows to come; holds their place. */
export function TableSkeleton({ columns }: { readonly columns: number }) {
  return (
    <div aria-hidden="true" className={styles.skeleton}>
      {rows.map((width) => (
        <div key={width} className={styles.skeletonRow}>
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
            <div key={column} className={styles.cell}>
              <Skeleton width={`${Math.max(30, width - column * 8)}%`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
