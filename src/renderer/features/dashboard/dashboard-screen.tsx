import { useMay } from '../../bridge/use-session.ts';
import { RestoreFailure } from '../../bring-back/restore-failure.tsx';
import { ExplainPanel } from '../../explain/explain-panel.tsx';
import { pickFigure, usePicked } from '../../explain/picked.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { BackupAge, BackupNotice } from './backup-notice.tsx';
import styles from './dashboard-screen.module.css';
import { DayFigures } from './day-figures.tsx';
import { FindingsNotice } from './findings-notice.tsx';
import { HandOverCard } from './hand-over-card.tsx';
import { LowStockCard } from './low-stock-card.tsx';
import { RefundsCard } from './refunds-card.tsx';
import { SalesCharts } from './sales-charts.tsx';
import { useDashboard } from './use-dashboard.ts';

/**
 * The owner's first look: the figures of the day, the sales beside what is usual, what needs a person; and beside them
 * what a figure is made of.
 */
export function DashboardScreen() {
  const text = useText();
  const format = useFormat();
  const errorText = useErrorText();
  const mayBackUp = useMay('backup');
  const maySeeAudit = useMay('see-audit');
  const maySeeOrders = useMay('see-orders');
  const maySeeProducts = useMay('see-products');
  const picked = usePicked();
  const { today, charts, low } = useDashboard();
  const { data = null, error, refetch } = today;
  return (
    <div className={styles.split}>
      <div className={styles.screen}>
        <PageHeader
          title={text('dashboard.title')}
          subtitle={data ? format.weekdayDate(data.today) : ' '}
          actions={mayBackUp && <BackupAge />}
        />
        {mayBackUp && <RestoreFailure />}
        {mayBackUp && <BackupNotice />}
        {maySeeAudit && <FindingsNotice />}
        {error && !data ? (
          <ErrorState
            happened={text('dashboard.unreadable')}
            safe={text('dashboard.unreadable-safe')}
            advice={errorText(error)}
            id={error.reference ?? undefined}
            onRetry={() => void refetch()}
          />
        ) : (
          <>
            <DayFigures data={data} low={low ?? []} />
            <div className={styles.charts}>
              <SalesCharts data={charts.data ?? null} />
            </div>
            <div className={styles.lists}>
              {maySeeOrders && <HandOverCard data={data} />}
              {maySeeOrders && <RefundsCard data={data} />}
              {maySeeProducts && <LowStockCard count={data?.lowStock ?? null} low={low} />}
            </div>
          </>
        )}
      </div>
      <ExplainPanel picked={picked} onClose={() => pickFigure(null)} />
    </div>
  );
}
