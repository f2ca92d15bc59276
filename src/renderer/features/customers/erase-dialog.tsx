import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { RecordDialogProps } from './customer-record-dialogs.tsx';
import styles from './erase-dialog.module.css';

type Preview = Output<'customers.erasePreview'>;

/** Says what goes, what stays and why, and what is in the way; the frame asks for the password again. */
export function EraseDialog({ customer: { id, name }, onClose }: RecordDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const erase = useCommand('customers.erase');
  const { data, error } = useApiQuery('customers.erasePreview', { customerId: id });
  const isReady = data !== undefined && data.open === 0 && data.owed === 0 && data.refunds === 0;
  const run = () =>
    erase.mutate(
      { customerId: id },
      {
        onSuccess: () => {
          toast(text('customers.erased'), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('customers.erase-title', { name })}
      role="alertdialog"
      busy={erase.isPending}
      footer={
        <>
          <Button onPress={onClose} disabled={erase.isPending} autoFocus>
            {text('customers.erase-keep')}
          </Button>
          <Button variant="danger" onPress={run} pending={erase.isPending} disabled={!isReady}>
            {text('customers.erase')}
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        {data ? <Words preview={data} /> : error ? null : <Skeleton height="10rem" />}
        {(erase.error ?? error) && <ProblemNote>{errorText(erase.error ?? error)}</ProblemNote>}
      </div>
    </Dialog>
  );
}

function Words({ preview }: { readonly preview: Preview }) {
  const { text } = useApp();
  const { orders, invoices } = preview;
  return (
    <>
      <InTheWay preview={preview} />
      <p>{text('customers.erase-goes')}</p>
      <ul className={styles.list}>
        <li>{text('customers.erase-orders', { count: orders })}</li>
        {invoices > 0 && <li>{text('customers.erase-invoices', { count: invoices })}</li>}
        <li>{text('customers.erase-outside')}</li>
      </ul>
      <p className={styles.final}>{text('customers.erase-final')}</p>
    </>
  );
}

/** What must be done before: an open order needs its address, and a debt its debtor. */
function InTheWay({ preview: { open, owed, refunds } }: { readonly preview: Preview }) {
  const { text, format } = useApp();
  if (open === 0 && owed === 0 && refunds === 0) return null;
  return (
    <ProblemNote tone="warning" title={text('customers.erase-not-yet')}>
      {open > 0 && <p>{text('customers.erase-open', { count: open })}</p>}
      {owed > 0 && <p>{text('customers.erase-owed', { amount: format.money(owed) })}</p>}
      {refunds > 0 && <p>{text('customers.erase-refunds', { count: refunds })}</p>}
    </ProblemNote>
  );
}
