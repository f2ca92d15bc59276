import { OctagonPause } from 'lucide-react';
import { rate } from '../../../shared/domain/rate.ts';
import { mulDivRounded } from '../../../shared/domain/round.ts';
import { spanWords } from '../../../shared/text/report-words.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { reportOf } from './report-of.ts';
import styles from './report-status.module.css';
import type { Report } from './use-report.ts';

/** One line that holds its place: which days against which, how far the answer is, or that it was stopped. */
export function ReportStatus({ report }: { readonly report: Report }) {
  const { isSlow, isStopped } = report;
  return (
    <div className={styles.line}>
      <p className={styles.span} role="status">
        {isStopped ? <Stopped report={report} /> : <RangeWords report={report} />}
      </p>
      {isSlow && <Working report={report} />}
      {isStopped && <GoOn report={report} />}
    </div>
  );
}

function RangeWords({ report: { report, span, answer, isCurrent, problem } }: { readonly report: Report }) {
  const { text, format } = useApp();
  // What is wrong with the days stands in place of the report.
  if (problem !== null) return null;
  if (reportOf[report].range === null) return text('reports.now');
  const now = spanWords({ format }, span);
  const before = isCurrent ? answer?.result.before : null;
  return before ? text('reports.against', { now, before: spanWords({ format }, before) }) : now;
}

function Stopped({ report: { answer } }: { readonly report: Report }) {
  const { text, format } = useApp();
  return (
    <span className={styles.stopped}>
      <OctagonPause aria-hidden="true" />
      {answer
        ? text('reports.stopped-earlier', { span: spanWords({ format }, answer.input) })
        : text('reports.stopped')}
    </span>
  );
}

function GoOn({ report: { retry } }: { readonly report: Report }) {
  const { text } = useApp();
  return (
    <Button size="small" onPress={retry}>
      {text('reports.go-on')}
    </Button>
  );
}

function Working({ report: { progress, stop } }: { readonly report: Report }) {
  const { text, format } = useApp();
  const share =
    progress !== null && progress.total > 0
      ? mulDivRounded(Math.min(progress.done, progress.total), 100, progress.total)
      : null;
  return (
    <div className={styles.working}>
      <div className={styles.progress}>
        <ProgressBar
          label={text('reports.working')}
          value={share}
          most={100}
          words={share === null ? undefined : format.percent(rate(share * 10_000))}
        />
      </div>
      <Button size="small" keys="Escape" onPress={stop}>
        {text('reports.stop')}
      </Button>
    </div>
  );
}
