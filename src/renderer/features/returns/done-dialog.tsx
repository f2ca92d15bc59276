import { Printer, ReceiptText, ScrollText, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { navigate } from '../../ui/router.ts';
import styles from './done-dialog.module.css';
import { type DoneReturn, doneWords } from './done-return.ts';
import { type PrintNews, usePrintSlip } from './use-print-slip.ts';

const nextReturn = () => navigate('/returns');

/** What happened, what to hand out, the papers, and the way to the next customer. */
export function DoneDialog({ done }: { readonly done: DoneReturn }) {
  const text = useText();
  const { returnId } = done.outcome;
  return (
    <Dialog open onClose={nextReturn} title={text('returns.done-title', { number: String(returnId) })}>
      <DonePanel done={done} />
    </Dialog>
  );
}

function DonePanel({ done }: { readonly done: DoneReturn }) {
  const { text, format } = useApp();
  const { outcome, orderId } = done;
  const [news, setNews] = useState<PrintNews | null>(null);
  const slip = usePrintSlip(outcome.returnId, setNews);
  useHotkeys([
    { keys: 'P', label: text('returns.print-slip'), run: slip.print },
    { keys: 'Enter', label: text('returns.next-return'), run: nextReturn },
  ]);
  return (
    <div className={styles.panel}>
      <DoneFigure done={done} />
      <ul className={styles.words}>
        {doneWords(done, text, format).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Button size="touch" variant="primary" wide keys="Enter" autoFocus onPress={nextReturn}>
        {text('returns.next-return')}
      </Button>
      <div className={styles.papers}>
        <Button size="touch" wide icon={<Printer />} keys="P" pending={slip.isPrinting} onPress={slip.print}>
          {text('returns.print-slip')}
        </Button>
        {outcome.exchangeOrderId !== null && (
          <ReceiptButton orderId={outcome.exchangeOrderId} tell={setNews} />
        )}
      </div>
      <p className={styles.news} role="status" data-tone={news?.tone}>
        {slip.isPrinting ? text('returns.printing') : news?.words}
      </p>
      <div className={styles.ways}>
        {outcome.refundAwaiting > 0 && (
          <Button variant="quiet" icon={<Undo2 />} onPress={() => navigate('/refunds')}>
            {text('returns.go-to-refunds')}
          </Button>
        )}
        {orderId !== null && (
          <Button variant="quiet" icon={<ScrollText />} onPress={() => navigate(`/orders/${orderId}`)}>
            {text('returns.open-order')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The cash that leaves the drawer now: given back, or change. */
function DoneFigure({ done }: { readonly done: DoneReturn }) {
  const text = useText();
  const { refundedInCash, change, refundAwaiting } = done.outcome;
  const amount = refundedInCash > 0 ? refundedInCash : change;
  if (amount === 0) {
    if (refundAwaiting > 0) return null;
    return (
      <div className={styles.figure} role="status">
        <span className={styles.even}>{text('returns.done-even')}</span>
      </div>
    );
  }
  return (
    <div className={styles.figure} role="status">
      <span>{text(refundedInCash > 0 ? 'returns.done-cash' : 'returns.done-change')}</span>
      <MoneyText amount={amount} size="total" />
    </div>
  );
}

type ReceiptButtonProps = { readonly orderId: number; readonly tell: (news: PrintNews) => void };

/** The receipt of the new goods. */
function ReceiptButton({ orderId, tell }: ReceiptButtonProps) {
  const text = useText();
  const errorText = useErrorText();
  const { mutate, isPending } = useCommand('documents.printReceipt');
  const print = () =>
    mutate(
      { orderId, paper: null },
      {
        onSuccess: () => tell({ tone: 'good', words: text('returns.receipt-printed') }),
        onError: (error) =>
          tell({ tone: 'bad', words: text('returns.print-failed', { reason: errorText(error) }) }),
      },
    );
  useHotkeys([{ keys: 'R', label: text('returns.print-receipt'), run: print }]);
  return (
    <Button size="touch" wide icon={<ReceiptText />} keys="R" pending={isPending} onPress={print}>
      {text('returns.print-receipt')}
    </Button>
  );
}
