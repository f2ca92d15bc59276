import styles from './sparkline.module.css';

type SparklineProps = {
  /** Oldest first. */
  readonly values: readonly number[];
  /** What the line says, in words: "Rising over the last 14 days". */
  readonly label: string;
};

const width = 120;
const height = 32;
const inset = 3;

/** A line without axes: the shape of the last days. Time runs with the writing direction. */
export function Sparkline({ values, label }: SparklineProps) {
  const points = sparkPoints(values);
  const last = points.at(-1);
  if (!last) return null;
  const line = points.map(([x, y]) => `${x} ${y}`).join('L');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles.spark}>
      <path className={styles.area} d={`M${points[0]?.[0] ?? 0} ${height}L${line}L${last[0]} ${height}Z`} />
      <path className={styles.line} d={`M${line}`} />
      <circle className={styles.dot} cx={last[0]} cy={last[1]} r="2.75" />
    </svg>
  );
}

/** Points of the line, the least value at the bottom; equal values run through the middle. */
export function sparkPoints(values: readonly number[]): readonly (readonly [x: number, y: number])[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const tenth = (value: number) => Math.floor(value * 10 + 0.5) / 10;
  return values.map((value, index) => [
    tenth(values.length < 2 ? width - inset : inset + (index / (values.length - 1)) * (width - 2 * inset)),
    tenth(
      most === least
        ? height / 2
        : height - inset - ((value - least) / (most - least)) * (height - 2 * inset),
    ),
  ]);
}
