import type { Quantity } from '../../../shared/domain/quantity.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './level-bar.module.css';

type LevelBarProps = { readonly available: Quantity; readonly reorderLevel: Quantity };

/**
 * How much of its reorder level is left of a product; a sliver of red for none, green above it. The figures stand
 * beside it.
 */
export function LevelBar({ available, reorderLevel }: LevelBarProps) {
  return (
    <span className={styles.track} aria-hidden="true">
      <span
        className={joinClasses(
          styles.fill,
          available <= 0 && styles.none,
          available > reorderLevel && styles.enough,
        )}
        style={{ inlineSize: `${leftPercent(available, reorderLevel)}%` }}
      />
    </span>
  );
}

/** Per cent of the level that are left, at most 100; a little remains to be seen where nothing is left. */
export function leftPercent(available: number, reorderLevel: number): number {
  if (available <= 0) return 4;
  if (reorderLevel <= 0) return 100;
  return Math.max(4, Math.min(100, Math.floor((available * 100) / reorderLevel)));
}
