import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { type Money, sumMoney } from '../../../shared/domain/money.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { cashOfRows } from './cash-of-rows.ts';
import styles from './initiate-many-dialog.module.css';
import { RefundDialogFrame } from './refund-dialog-frame.tsx';
import type { RefundRow } from './use-refund-list.ts';

export type ManyOutcome = Output<'refunds.initiateMany'>;

type InitiateManyDialogProps = {
  readonly rows: readonly RefundRow[];
  readonly onDone: (outcome: ManyOutcome) => void;
  readonly onClose: () => void;
};

/** As many as one call takes. */
const mostAtOnce = 200;

/** Sends several refunds on their way, each as its money came; says first how much cash that takes from the drawer. */
export function InitiateManyDialog({ rows, onDone, onClose }: InitiateManyDialogProps) {
  const text = useText();
  const { cashRounding } = useShop();
  const command = useCommand('refunds.initiateMany');
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const cash = rows.filter((row) => row.tenderKind === 'cash');
  const others = rows.filter((row) => row.tenderKind !== 'cash');

  const initiate = async () => {
    setPending(true);
    setRefusal(null);
    const outcome: ManyOutcome = { moved: [], refused: [] };
    try {
      for (let from = 0; from < rows.length; from += mostAtOnce) {
        const refundIds = rows.slice(from, from + mostAtOnce).map((row) => row.refundId);
        const { moved, refused } = await command.mutateAsync({ refundIds });
        outcome.moved.push(...moved);
        outcome.refused.push(...refused);
      }
      onDone(outcome);
    } catch (error) {
      setRefusal(error);
      setPending(false);
    }
  };
  return (
    <RefundDialogFrame
      title={text('refunds.many-title', { count: rows.length })}
      action={text('refunds.initiate-many', { count: rows.length })}
      pending={isPending}
      refusal={refusal}
      onAction={() => void initiate()}
      onClose={onClose}
    >
      <dl className={styles.parts}>
        {others.length > 0 && (
          <Part
            label={text('refunds.many-by-bank', { count: others.length })}
            amount={sumMoney(others.map((row) => row.amount))}
          />
        )}
        {cash.length > 0 && (
          <Part
            label={text('refunds.many-in-cash', { count: cash.length })}
            amount={cashOfRows(cash, cashRounding)}
          />
        )}
      </dl>
      <p>{text('refunds.many-help')}</p>
    </RefundDialogFrame>
  );
}

function Part({ label, amount }: { readonly label: string; readonly amount: Money }) {
  return (
    <div className={styles.part}>
      <dt>{label}</dt>
      <dd>
        <MoneyText amount={amount} />
      </dd>
    </div>
  );
}
