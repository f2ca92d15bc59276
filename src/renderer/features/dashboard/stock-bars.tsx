import styles from './stock-bars.module.css';
import type { Low } from './use-dashboard.ts';

const height = 32;
const barWidth = 14;
const gap = 10;

type StockBarsProps = {
  readonly worst: readonly Low[];
  /** What the bars say, in words. */
  readonly label: string;
};

/** How much of its reorder level is left of each of the worst-off products; red for none. */
export function StockBars({ worst, label }: StockBarsProps) {
  if (worst.length === 0) return null;
  const width = worst.length * (barWidth + gap) - gap;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles.bars}>
      {worst.map((product, index) => {
        const x = index * (barWidth + gap);
        const filled = filledPixels(product);
        return (
          <g key={product.productId}>
            <rect className={styles.slot} x={x} y={0} width={barWidth} height={height} rx="3" />
            <rect
              className={product.available > 0 ? styles.left : styles.none}
              x={x}
              y={height - filled}
              width={barWidth}
              height={filled}
              rx="2"
            />
          </g>
        );
      })}
    </svg>
  );
}

/** Height of a bar; a little remains to be seen where nothing is left. */
export function filledPixels({ available, reorderLevel }: Pick<Low, 'available' | 'reorderLevel'>): number {
  if (available <= 0 || reorderLevel <= 0) return 3;
  return Math.max(3, Math.min(height, Math.floor((available / reorderLevel) * height)));
}
