import { useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePayLeave } from '../../ui/pay/use-pay-leave.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { DoneReturn } from './done-return.ts';
import { GiveBackPanel } from './give-back-panel.tsx';
import { PayDifferencePanel } from './pay-difference-panel.tsx';
import { useReturn } from './return-context.ts';
import { ReturnRefusal } from './return-refusal.tsx';
import { useSettleReturn } from './use-settle-return.ts';

type SettleDialogProps = {
  readonly reload: () => void;
  readonly onClose: () => void;
  readonly onDone: (done: DoneReturn) => void;
};

/** The third step: takes what the new goods cost on top, or gives back what is left. Escape keeps what was chosen. */
export function SettleDialog({ reload, onClose, onDone }: SettleDialogProps) {
  const text = useText();
  const work = useReturn();
  const leaving = usePayLeave();
  const back = () => leaving.leave(onClose);
  const { figures } = work;
  const settling = useSettleReturn({ work, reload, onDone });
  // What the person saw when they came here.
  const { current: seen } = useRef(figures);
  const hasChanged = seen.toPay !== figures.toPay || seen.toGiveBack !== figures.toGiveBack;
  // New prices may leave nothing to pay: what was taken is given back first, part by part.
  const isOver = figures.toPay === 0 && leaving.taken.length > 0;
  const trouble = settling.refusal ? (
    <ReturnRefusal refusal={settling.refusal} settling={settling} onClose={back} />
  ) : isOver ? (
    <ProblemNote tone="warning" title={text('returns.pay-over')}>
      {text('returns.pay-over-help')}
    </ProblemNote>
  ) : hasChanged ? (
    <ProblemNote tone="warning" title={text('returns.changed-title')}>
      {text('returns.changed-help')}
    </ProblemNote>
  ) : null;
  const isPaying = figures.toPay > 0 || isOver;
  const panel = { settling, trouble, onClose: back };
  return (
    <Dialog
      open
      onClose={back}
      title={text(isPaying ? 'returns.pay-title' : 'returns.settle-title')}
      size={isPaying ? 'large' : 'medium'}
      busy={settling.isPending}
    >
      {isPaying ? <PayDifferencePanel {...panel} leaving={leaving} /> : <GiveBackPanel {...panel} />}
    </Dialog>
  );
}
