import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { CheckResult } from './check-result.tsx';
import { EarlierChecks } from './earlier-checks.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import styles from './self-check.module.css';
import { StockTrouble } from './stock-trouble.tsx';

/** One comparison of stock with its ledger. */
export type StockCheck = Output<'stock.check'>;

/** Whether stock agrees with its ledger: the last result in words, checking now, and putting right. */
export function SelfCheck() {
  const text = useText();
  const errorText = useErrorText();
  const { data, error, refetch } = useApiQuery('stock.listChecks', {});
  const check = useCommand('stock.check');
  const [repaired, setRepaired] = useState<StockCheck | null>(null);
  const checkNow = () =>
    check.mutate(
      { cause: 'manual' },
      { onError: (refused) => toast(errorText(refused), { tone: 'danger' }) },
    );
  const button = (
    <Button
      variant={data?.[0] && data[0].drifted > 0 && data[0].repairedAt === null ? 'secondary' : 'primary'}
      icon={<RefreshCw />}
      onPress={checkNow}
      pending={check.isPending}
    >
      {text('stock.check-now')}
    </Button>
  );
  if (error && !data)
    return (
      <StockTrouble happened={text('stock.checks-unreadable')} error={error} onRetry={() => void refetch()} />
    );
  if (!data) {
    return (
      <div role="status" aria-label={text('ui.loading')}>
        <Skeleton height="12rem" />
      </div>
    );
  }
  const [last, ...earlier] = data;
  if (!last) {
    return (
      <EmptyState drawing="done" title={text('stock.check-none')} action={button}>
        {text('stock.check-none-help')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.part}>
      <Card title={text('stock.check')} actions={button}>
        <CheckResult check={last} onRepair={() => setRepaired(last)} />
        <p className={styles.help}>{text('stock.check-help')}</p>
      </Card>
      {earlier.length > 0 && <EarlierChecks checks={earlier} />}
      {repaired && <RepairDialog check={repaired} onClose={() => setRepaired(null)} />}
    </div>
  );
}
