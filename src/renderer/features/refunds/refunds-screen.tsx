import { PackageOpen } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { refundStates } from '../../../shared/domain/refund-state.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop, useToday } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { InitiateManyDialog } from './initiate-many-dialog.tsx';
import { NoRefunds } from './no-refunds.tsx';
import { refundColumns } from './refund-columns.tsx';
import { RefundFoot } from './refund-foot.tsx';
import { RefundPanel } from './refund-panel.tsx';
import { refundName } from './refund-words.ts';
import styles from './refunds-screen.module.css';
import { StepDialog } from './step-dialog.tsx';
import { type RefundList, refundKey, useRefundList } from './use-refund-list.ts';
import { type RefundSteps, useRefundSteps } from './use-refund-steps.ts';

/** Money that must go back, is on its way, or went back; the refund that is open stands beside the list. */
export function RefundsScreen() {
  const { text } = useApp();
  const list = useRefundList();
  const steps = useRefundSteps(list);
  const tabs = useTabs();
  return (
    <div className={styles.screen}>
      <PageHeader
        title={text('refunds.title')}
        onBack={() => navigate('/orders')}
        actions={
          steps.mayRefund && (
            <Button icon={<PackageOpen />} onPress={() => navigate('/returns')}>
              {text('refunds.take-goods-back')}
            </Button>
          )
        }
      />
      <Tabs label={text('refunds.states')} tabs={tabs} value={list.state} onChange={list.showState}>
        <Queue list={list} steps={steps} />
      </Tabs>
      {steps.asked?.kind === 'step' && (
        <StepDialog step={steps.asked.step} row={steps.asked.row} onDone={steps.done} onClose={steps.close} />
      )}
      {steps.asked?.kind === 'many' && (
        <InitiateManyDialog rows={steps.asked.rows} onDone={steps.doneMany} onClose={steps.close} />
      )}
    </div>
  );
}

/** The states, with a count where somebody must do something. */
function useTabs() {
  const { text, format } = useApp();
  const { data: queues } = useApiQuery('orders.queues', {});
  const counts = {
    awaiting: queues?.refundsAwaiting.count,
    initiated: queues?.refundsInitiated.count,
    failed: queues?.refundsFailed.count,
    settled: undefined,
    voided: undefined,
  };
  const order = [
    'awaiting',
    'initiated',
    'failed',
    'settled',
    'voided',
  ] as const satisfies (typeof refundStates)[number][];
  return order.map((state) => {
    const count = counts[state];
    const label = text(`refunds.state-${state}`);
    return count === undefined ? { key: state, label } : { key: state, label, count: format.number(count) };
  });
}

function Queue({ list, steps }: { readonly list: RefundList; readonly steps: RefundSteps }) {
  const { text, format } = useApp();
  const shop = useShop();
  const today = useToday();
  const listRef = useRef<HTMLDivElement>(null);
  const { state } = list;
  const onStep = steps.mayRefund ? steps.takeNext : undefined;
  const allColumns = useMemo(
    () => refundColumns({ text, format, state, shop, today, onStep }),
    [text, format, state, shop, today, onStep],
  );
  const columns = useFittingColumns(listRef, allColumns);
  useFocusBack(steps.asked !== null, listRef.current);
  const maySelect = steps.mayRefund && (state === 'awaiting' || state === 'failed');
  return (
    <ListScreen
      header={null}
      panel={list.opened && <RefundPanel row={list.opened} list={list} steps={steps} />}
    >
      <div className={styles.queue}>
        <div ref={listRef} className={styles.table}>
          <Table
            key={state}
            label={text('refunds.title')}
            columns={columns}
            rows={list.rows}
            rowKey={refundKey}
            rowName={(row) => refundName(row, text, format)}
            onOpen={list.open}
            openKey={list.openId === null ? null : String(list.openId)}
            onWalk={list.walkTo}
            selection={maySelect ? list.selection : undefined}
            onSelectionChange={maySelect ? list.select : undefined}
            loading={list.isLoading}
            hasMore={list.hasMore}
            loadingMore={list.isLoadingMore}
            onLoadMore={list.loadMore}
            empty={<NoRefunds list={list} />}
          />
        </div>
        <RefundFoot list={list} steps={steps} />
      </div>
    </ListScreen>
  );
}

/** When a dialog has gone together with the row that it came from, the list takes the keys again. */
function useFocusBack(isDialogOpen: boolean, list: HTMLElement | null): void {
  const wasOpen = useRef(isDialogOpen);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isDialogOpen;
    wasOpen.current = isDialogOpen;
    if (!hasClosed) return;
    // The dialog gives the focus back in the next frame, where there is something to give it to.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) focusTable(list);
    }, 60);
    return () => clearTimeout(timer);
  }, [isDialogOpen, list]);
}
