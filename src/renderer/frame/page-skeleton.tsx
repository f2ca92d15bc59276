import { Skeleton } from '../ui/skeleton.tsx';
import styles from './page-skeleton.module.css';

/** Holds the place of a screen whose program is still being read. */
export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <Skeleton width="12rem" height="2rem" />
      <Skeleton height="2.5rem" />
      <Skeleton height="14rem" />
    </div>
  );
}
