import { useEffect } from 'react';
import { useText } from '../app-context.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { MoneyText } from '../money-text.tsx';
import styles from './pay-leave.module.css';
import { TakenWords } from './pay-taken.tsx';
import type { Pay } from './use-pay.ts';
import type { PayLeave } from './use-pay-leave.ts';

type PayLeaveQuestionProps = { readonly pay: Pay; readonly leaving: PayLeave };

/** Asks before a payment is left that something was taken in, and names each part that must be given back. */
export function PayLeaveQuestion({ pay, leaving }: PayLeaveQuestionProps) {
  const text = useText();
  const { taken } = pay.state;
  const { hold, wanted, stay } = leaving;
  useEffect(() => {
    hold(taken);
    return () => hold([]);
  }, [hold, taken]);
  return (
    <ConfirmDialog
      open={wanted !== null}
      title={text('pay.leave-title')}
      action={text('pay.leave')}
      keep={text('pay.stay')}
      danger
      onConfirm={() => {
        stay();
        wanted?.();
      }}
      onClose={stay}
    >
      <p>{text('pay.leave-help')}</p>
      <ul className={styles.parts}>
        {taken.map((one) => (
          <li key={one.key} className={styles.part}>
            <TakenWords one={one} />
            <MoneyText amount={one.amount} />
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
