import styles from './skeleton.module.css';

type SkeletonProps = {
  readonly width?: string;
  readonly height?: string;
  readonly round?: boolean;
};

/**
 * Holds the place of what is on its way. Stays unseen for the first 150 ms, so that what comes at once
 * never flickers; that is a delay of its animation, so no timer runs.
 */
export function Skeleton({ width = '100%', height = '0.75em', round = false }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={styles.skeleton}
      data-round={round || undefined}
      style={{ inlineSize: width, blockSize: height }}
    />
  );
}
