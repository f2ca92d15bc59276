import type { RefObject } from 'react';
import { pickFigure } from '../../explain/picked.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ReportChart } from './chart/report-chart.tsx';
import { EmptyReport, isEmpty } from './empty-report.tsx';
import { FiguresRow } from './figures-row.tsx';
import type { PictureSource } from './picked.ts';
import styles from './report-body.module.css';
import { reportOf } from './report-of.ts';
import { ReportTable } from './report-table.tsx';
import type { Report } from './use-report.ts';

type ReportBodyProps = {
  readonly report: Report;
  readonly picture: RefObject<PictureSource | null>;
  readonly table: RefObject<HTMLDivElement | null>;
};

/** Figures, picture and table of what was answered; what was answered before stays, dimmed, until the next is there. */
export function ReportBody({ report, picture, table }: ReportBodyProps) {
  const text = useText();
  const errorText = useErrorText();
  const { answer, error, isCurrent, isStopped, problem } = report;
  if (problem !== null) return <EmptyState drawing="search" title={text(`reports.${problem}`)} />;
  if (error) {
    const isUnknown = error.reference !== null;
    return (
      <ErrorState
        happened={text('reports.unreadable')}
        safe={isUnknown ? text('reports.unreadable-safe') : errorText(error)}
        id={error.reference ?? undefined}
        onRetry={report.retry}
      />
    );
  }
  if (answer === null) return isStopped ? <Stopped report={report} /> : <BodySkeleton report={report} />;
  const { result, input } = answer;
  if (isEmpty(result)) return <EmptyReport report={report} />;
  return (
    <div className={joinClasses(styles.body, !isCurrent && styles.before)} aria-busy={!isCurrent}>
      <FiguresRow answer={answer} />
      <Card>
        <ReportChart result={result} by={input.by} onPick={pickFigure} pictureRef={picture} />
      </Card>
      <ReportTable
        answer={answer}
        look={report.look}
        hasAllColumns={report.view.hasAllColumns}
        frame={table}
      />
    </div>
  );
}

function Stopped({ report }: { readonly report: Report }) {
  const text = useText();
  return (
    <EmptyState
      drawing="search"
      title={text('reports.stopped')}
      action={<Button onPress={report.retry}>{text('reports.go-on')}</Button>}
    >
      {text('reports.stopped-help')}
    </EmptyState>
  );
}

function BodySkeleton({ report: { report } }: { readonly report: Report }) {
  const text = useText();
  return (
    <div className={styles.body} role="status" aria-label={text('ui.loading')}>
      <Skeleton height="7rem" />
      {reportOf[report].range !== null && <Skeleton height="18rem" />}
      <Skeleton height="20rem" />
    </div>
  );
}
