import type { ReportPart, ReportResult } from '../../../../shared/contract/reports.ts';
import type { Picked } from '../../../explain/picked.ts';
import type { DrawnChart } from '../../../ui/chart-types.ts';
import type { DrawnHeat } from '../../../ui/heat-map.tsx';
import type { ShareRow } from '../../../ui/share-bars.tsx';

type Base = {
  readonly key: string;
  readonly title: string;
  /** What must be known to read it rightly; null where nothing must. */
  readonly note: string | null;
};

/** One picture of a report, and what each point of it stands for (null where that leads nowhere). */
export type Panel = Base &
  (
    | {
        readonly as: 'chart';
        readonly chart: DrawnChart;
        readonly pick: (index: number, series: number) => Picked | null;
      }
    | {
        readonly as: 'shares';
        readonly label: string;
        readonly rows: readonly ShareRow[];
        readonly total: string;
        readonly pick: (index: number) => Picked | null;
      }
    | {
        readonly as: 'heat';
        readonly heat: DrawnHeat;
        readonly pick: (row: number, column: number) => Picked | null;
      }
    | { readonly as: 'nothing'; readonly sentence: string }
  );

export const everything: ReportPart = { kind: 'all', key: '' };

/** The whole numbers of a column; null where it has none, or where the column is not for this person. */
export function columnOf(result: ReportResult, key: string): ((row: Row) => number | null) | null {
  const at = result.columns.findIndex((column) => column.key === key);
  if (at === -1) return null;
  return ({ cells }) => {
    const cell = cells[at] ?? null;
    return typeof cell === 'number' ? cell : null;
  };
}

export type Row = ReportResult['rows'][number];
