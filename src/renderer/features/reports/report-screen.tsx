import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { matchPath, navigate, usePlace } from '../../ui/router.ts';
import { ReportList } from './report-list.tsx';
import { reportNamed } from './report-of.ts';
import { ReportPage } from './report-page.tsx';

/** Reports: all of them, or one (`/reports/sales?range=this-month`). */
export function ReportsScreen() {
  const { path } = usePlace();
  const named = matchPath('/reports/:report', path);
  if (named === null) return path === '/reports' ? <ReportList /> : <NoReport />;
  const report = reportNamed(named.report);
  return report === null ? <NoReport /> : <ReportPage key={report} report={report} />;
}

function NoReport() {
  const text = useText();
  return (
    <>
      <PageHeader title={text('reports.title')} onBack={() => navigate('/reports')} />
      <EmptyState
        drawing="search"
        title={text('reports.missing')}
        action={<Button onPress={() => navigate('/reports')}>{text('reports.show-all')}</Button>}
      >
        {text('reports.missing-help')}
      </EmptyState>
    </>
  );
}
