import { useRef } from 'react';
import type { ReportKey } from '../../../shared/contract/reports.ts';
import { ExplainPanel } from '../../explain/explain-panel.tsx';
import { pickFigure, usePicked } from '../../explain/picked.ts';
import { useText } from '../../ui/app-context.tsx';
import { focusTable } from '../../ui/list-screen.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Select } from '../../ui/select.tsx';
import { ReportOutMenu } from './out/report-out-menu.tsx';
import type { PictureSource } from './picked.ts';
import { RangeBar } from './range-bar.tsx';
import { ReportBody } from './report-body.tsx';
import { reportGroups, reportsIn } from './report-of.ts';
import styles from './report-page.module.css';
import { ReportStatus } from './report-status.tsx';
import { queryForOther } from './report-view.ts';
import { type Report, useReport } from './use-report.ts';
import { useReportKeys } from './use-report-keys.ts';

/** One report: its days, its figures, its picture, its table; and beside them what a figure is made of. */
export function ReportPage({ report: key }: { readonly report: ReportKey }) {
  const text = useText();
  const report = useReport(key);
  const picked = usePicked();
  const picture = useRef<PictureSource | null>(null);
  const table = useRef<HTMLDivElement | null>(null);
  useReportKeys(report, () => focusTable(table.current));
  const title = text(`reports.${key}`);
  return (
    <div className={styles.split}>
      <div className={styles.page}>
        <PageHeader
          title={title}
          subtitle={text(`reports.about-${key}`)}
          onBack={() => navigate('/reports')}
          actions={
            <>
              <OtherReport report={report} />
              {report.problem === null && (
                <ReportOutMenu input={report.input} title={title} picture={picture} />
              )}
            </>
          }
        />
        <div className={styles.controls}>
          <RangeBar report={report} />
          <ReportStatus report={report} />
        </div>
        <ReportBody report={report} picture={picture} table={table} />
      </div>
      <ExplainPanel picked={picked} onClose={() => pickFigure(null)} />
    </div>
  );
}

/** Another report of the same days, without going back to the list. */
function OtherReport({ report: { report, view } }: { readonly report: Report }) {
  const text = useText();
  const choices = reportGroups.flatMap((group) =>
    reportsIn(group).map((key) => ({ key, label: text(`reports.${key}`) })),
  );
  return (
    <span className={styles.other}>
      <Select
        label={text('reports.other')}
        hideLabel
        choices={choices.filter(({ key }) => key !== report)}
        placeholder={text('reports.other')}
        value={null}
        onChange={(other) => navigate(`/reports/${other}`, { query: queryForOther(view, other) })}
      />
    </span>
  );
}
