import type { ReportResult } from '../../../shared/contract/reports.ts';
import { metrics } from '../../../shared/domain/kpi.ts';
import { spanWords } from '../../../shared/text/report-words.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { navigate } from '../../ui/router.ts';
import { ButtonGroup } from '../../ui/segmented.tsx';
import { reportOf } from './report-of.ts';
import type { Report } from './use-report.ts';

/** Whether there is nothing that this report counts: no figure of its days, and no row with one. */
export function isEmpty({ report, figures, columns, rows, before }: ReportResult): boolean {
  const ranged = reportOf[report].range !== null && report !== 'dead-stock';
  const counted = figures.filter(({ metric }) => !ranged || metrics[metric].countedBy !== 'now');
  const isNothing = (value: unknown): boolean => value === null || value === 0;
  const isFigure = columns.map(({ metric }) => metric !== null);
  return (
    counted.every((figure) => isNothing(figure.value) && (before === null || isNothing(figure.before))) &&
    (report === 'low-stock' || report === 'stock-value'
      ? rows.length === 0
      : rows.every(({ cells }) => cells.every((cell, at) => !isFigure[at] || isNothing(cell))))
  );
}

/** Why a report is empty, and what to do. */
export function EmptyReport({ report }: { readonly report: Report }) {
  const { text, format } = useApp();
  const { report: key, isNewShop, span, look } = report;
  if (key === 'low-stock' || key === 'dead-stock') {
    const name = key === 'low-stock' ? 'low' : 'dead';
    return (
      <EmptyState drawing="done" title={text(`reports.none-${name}`)}>
        {text(`reports.none-${name}-help`)}
      </EmptyState>
    );
  }
  if (key === 'stock-value') return <NoStock />;
  if (isNewShop === true && key !== 'stock-movements') return <NewShop />;
  if (report.view.range === 'all-time') {
    return (
      <EmptyState drawing="search" title={text('reports.none-ever')}>
        {text('reports.none-so-far')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="search"
      title={text('reports.none-title')}
      action={
        <Button onPress={() => look({ range: 'all-time', from: null, to: null })}>
          {text('reports.show-all-time')}
        </Button>
      }
    >
      {text('reports.none-help', { span: spanWords({ format }, span) })}
    </EmptyState>
  );
}

function NewShop() {
  const { text } = useApp();
  const maySell = useMay('sell');
  const mayImport = useMay('import');
  const go = (maySell || mayImport) && (
    <ButtonGroup label={text('reports.none-ever')}>
      {maySell && (
        <Button variant="primary" onPress={() => navigate('/sell')}>
          {text('reports.go-sell')}
        </Button>
      )}
      {mayImport && (
        <Button onPress={() => navigate('/import/history/new')}>{text('reports.go-import')}</Button>
      )}
    </ButtonGroup>
  );
  return (
    <EmptyState drawing="orders" title={text('reports.none-ever')} {...(go ? { action: go } : {})}>
      {text('reports.none-ever-help')}
    </EmptyState>
  );
}

function NoStock() {
  const { text } = useApp();
  const mayReceive = useMay('receive-stock');
  const go = mayReceive && (
    <Button variant="primary" onPress={() => navigate('/stock/receive')}>
      {text('reports.go-receive')}
    </Button>
  );
  return (
    <EmptyState drawing="products" title={text('reports.none-stock')} {...(go ? { action: go } : {})}>
      {text('reports.none-stock-help')}
    </EmptyState>
  );
}
