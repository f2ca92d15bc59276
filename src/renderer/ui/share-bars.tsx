import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { AppText } from '../../shared/text/english.ts';
import { useApp } from './app-context.tsx';
import { extremes } from './chart-summary.ts';
import { walkChart } from './chart-walk.ts';
import styles from './share-bars.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type ShareRow = {
  readonly name: string;
  /** What it is of the whole, 0 to 1; for the length of the bar alone. */
  readonly part: number;
  /** The exact amount, and the share as all of them together come to 100 %; '' where there is no whole. */
  readonly figure: string;
  readonly share: string;
  /** What of it went the other way, 0 to 1 on the same scale, and in words; null where nothing did. */
  readonly back: { readonly part: number; readonly words: string } | null;
};

export type ShareBarsProps = {
  readonly label: string;
  readonly rows: readonly ShareRow[];
  /** What all of them come to. */
  readonly total: string;
  readonly onOpen?: (index: number) => void;
};

/** Shares of a whole, a bar each. One stop of the Tab key; the arrows walk them, Enter opens one. */
export function ShareBars({ label, rows, total, onOpen }: ShareBarsProps) {
  const { text, direction } = useApp();
  const id = useId();
  const summary = useMemo(() => shareSummary(rows, total, text), [rows, total, text]);
  const [at, setAt] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number) => {
    setAt(index);
    list.current?.children[index]?.scrollIntoView?.({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const walked = { count: rows.length, seriesCount: 1, direction, isRanked: true };
    const to = walkChart(event.key, at === null ? null : { index: at, series: null }, walked);
    if (to) go(to.index);
    else if ((event.key === 'Enter' || event.key === ' ') && at !== null && onOpen) onOpen(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        ref={list}
        role="listbox"
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={at === null ? undefined : `${id}-${at}`}
        tabIndex={0}
        className={styles.rows}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
      >
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and says where it is
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: two ways to pay may be called the same
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.row}
            data-opens={onOpen !== undefined || undefined}
            onClick={() => onOpen?.(index)}
          >
            <ShareLine row={row} />
          </div>
        ))}
      </div>
      <VisuallyHidden id={`${id}-keys`}>
        {summary} {text(onOpen ? 'ui.shares-keys-open' : 'ui.shares-keys')}
      </VisuallyHidden>
    </>
  );
}

function shareSummary(rows: readonly ShareRow[], total: string, text: AppText): string {
  const points = rows.map(({ name, part, figure, share }) => ({
    ...{ label: name, value: part },
    words: share === '' ? figure : text('ui.share-figure', { figure, share }),
  }));
  const found = extremes(points, text);
  return found === null
    ? text('ui.chart-nothing')
    : [...found, text('ui.chart-total', { value: total })].join(' ');
}

function ShareLine({ row: { name, part, figure, share, back } }: { readonly row: ShareRow }) {
  const length = (of: number) => ({ inlineSize: `${Math.max(0, Math.min(1, of)) * 100}%` });
  return (
    <>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.figure}>{figure}</span>
        <span className={styles.share}>{share}</span>
      </span>
      <span className={styles.track}>
        <span className={styles.fill} style={length(part)} />
      </span>
      {back && (
        <span className={styles.back}>
          <span className={styles.backTrack}>
            <span className={styles.backFill} style={length(back.part)} />
          </span>
          {back.words}
        </span>
      )}
    </>
  );
}
