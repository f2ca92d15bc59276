import type { ReactNode } from 'react';
import type { Metric } from '../../../shared/domain/kpi.ts';
import type { ReportRow } from './report-columns.tsx';
import styles from './report-table.module.css';

export type OnFigure = (row: ReportRow, metric: Metric) => void;

type FigureButtonProps = {
  readonly row: ReportRow;
  readonly metric: Metric;
  readonly onFigure: OnFigure;
  readonly children: ReactNode;
};

/** A figure of the table that opens what it is made of. By keyboard the row does, for the column it is sorted by. */
export function FigureButton({ row, metric, onFigure, children }: FigureButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.figure}
      // The table keeps the focus, and its arrows.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onFigure(row, metric);
      }}
    >
      {children}
    </button>
  );
}
