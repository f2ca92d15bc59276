import { lazy, type ReactNode, type RefObject, Suspense, useImperativeHandle, useMemo } from 'react';
import type { ReportInput, ReportResult } from '../../../../shared/contract/reports.ts';
import type { Picked } from '../../../explain/picked.ts';
import { useApp } from '../../../ui/app-context.tsx';
import { HeatMap } from '../../../ui/heat-map.tsx';
import { ShareBars } from '../../../ui/share-bars.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { PictureSource } from '../picked.ts';
import type { Panel } from './panel.ts';
import { panelsOf } from './panels-of.ts';
import styles from './report-chart.module.css';

/** The chart library is large and comes after the figures. */
const Chart = lazy(async () => ({ default: (await import('../../../ui/chart.tsx')).Chart }));

type ReportChartProps = {
  readonly result: ReportResult;
  readonly by: ReportInput['by'];
  /** What a bar, a part or a field stands for, when somebody presses it. */
  readonly onPick: (picked: Picked) => void;
  /** Is given what draws all of it as a picture. */
  readonly pictureRef: RefObject<PictureSource | null>;
};

/** The pictures that suit a report: one strong series, what it is compared with in grey. */
export function ReportChart({ result, by, onPick, pictureRef }: ReportChartProps) {
  const { text, format, direction } = useApp();
  const panels = useMemo(() => panelsOf(result, by, { text, format }), [result, by, text, format]);
  useImperativeHandle(
    pictureRef,
    (): PictureSource => ({
      png: async () => {
        const { drawReport } = await import('./report-picture.ts');
        // A canvas writes with the letters that are there when it is drawn.
        await document.fonts?.ready;
        return drawReport(result, panels, { text, format }, direction);
      },
    }),
    [result, panels, text, format, direction],
  );
  const open = (picked: Picked | null) => {
    if (picked) onPick(picked);
  };
  return (
    <div className={styles.place}>
      <div className={styles.panels} data-count={panels.length}>
        {panels.map((panel) => (
          <section key={panel.key} className={styles.panel}>
            <PanelPicture panel={panel} onOpen={open} />
          </section>
        ))}
      </div>
    </div>
  );
}

function heading({ title, note }: Panel): ReactNode {
  return (
    <>
      <h2 className={styles.title}>{title}</h2>
      {note !== null && <p className={styles.note}>{note}</p>}
    </>
  );
}

type PanelPictureProps = { readonly panel: Panel; readonly onOpen: (picked: Picked | null) => void };

function PanelPicture({ panel, onOpen }: PanelPictureProps) {
  const { text } = useApp();
  if (panel.as === 'nothing') {
    return (
      <>
        {heading(panel)}
        <p className={styles.nothing}>{panel.sentence}</p>
      </>
    );
  }
  if (panel.as === 'shares') {
    return (
      <>
        {heading(panel)}
        <ShareBars
          label={panel.label}
          rows={panel.rows}
          total={panel.total}
          onOpen={(index) => onOpen(panel.pick(index))}
        />
      </>
    );
  }
  if (panel.as === 'heat') {
    return (
      <HeatMap
        {...panel.heat}
        heading={heading(panel)}
        onOpen={(row, column) => onOpen(panel.pick(row, column))}
      />
    );
  }
  return (
    <Suspense fallback={<Skeleton height="18rem" />}>
      <Chart
        // Another kind of chart is another chart: what was read of the one before is not read of it.
        key={panel.chart.kind}
        {...panel.chart}
        heading={heading(panel)}
        onOpen={(index, series) => onOpen(panel.pick(index, series))}
        openLabel={(label) => text('report-chart.open', { label })}
      />
    </Suspense>
  );
}
