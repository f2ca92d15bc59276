import styles from './parts-bar.module.css';

/** A part of a whole, in the order of urgency: calm first. */
export type BarPart = {
  readonly key: string;
  readonly value: number;
  readonly tone: 'calm' | 'strong' | 'late';
};

type PartsBarProps = {
  readonly parts: readonly BarPart[];
  /** What the bar says, in words. */
  readonly label: string;
};

/** What a figure is made of: one bar, its parts as long as they are large. */
export function PartsBar({ parts, label }: PartsBarProps) {
  const shown = parts.filter(({ value }) => value > 0);
  if (shown.length === 0) return null;
  return (
    <span role="img" aria-label={label} className={styles.bar}>
      {shown.map(({ key, value, tone }) => (
        <span key={key} className={styles[tone]} style={{ flexGrow: value }} />
      ))}
    </span>
  );
}
