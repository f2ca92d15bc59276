import { useState } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './merges-card.module.css';

type Merge = CustomerDetail['merges'][number];

/** Who was merged into a customer; the newest merge can be taken back. Nothing where nobody was. */
export function MergesCard({ customer }: { readonly customer: CustomerDetail }) {
  const { text, format } = useApp();
  const mayEdit = useMay('edit-customers');
  const [undone, setUndone] = useState<Merge | null>(null);
  if (customer.merges.length === 0) return null;
  return (
    <Card title={text('customers.merges')} flush>
      <List
        label={text('customers.merges')}
        items={customer.merges}
        itemKey={({ mergeId }) => String(mergeId)}
        action={(merge) =>
          merge.mayUndo &&
          mayEdit && (
            <span className={styles.action}>
              <Button size="small" variant="quiet" onPress={() => setUndone(merge)}>
                {text('customers.merge-undo')}
              </Button>
            </span>
          )
        }
      >
        {({ mergedId, name, at }) => (
          <span className={styles.words}>
            <span>{text('customers.merge-side', { number: String(mergedId), name })}</span>
            <span className={styles.quiet}>{format.dateTime(at)}</span>
          </span>
        )}
      </List>
      {undone !== null && <UndoMerge merge={undone} name={customer.name} onClose={() => setUndone(null)} />}
    </Card>
  );
}

type UndoMergeProps = { readonly merge: Merge; readonly name: string; readonly onClose: () => void };

function UndoMerge({ merge: { mergeId, mergedId }, name, onClose }: UndoMergeProps) {
  const text = useText();
  const errorText = useErrorText();
  const undo = useCommand('customers.undoMerge');
  const number = String(mergedId);
  const run = () =>
    undo.mutate(
      { mergeId },
      {
        onSuccess: () => {
          toast(text('customers.merge-undone', { number }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('customers.merge-undo-title', { number })}
      action={text('customers.merge-undo')}
      pending={undo.isPending}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{text('customers.merge-undo-words', { number, name })}</p>
      {undo.error && <ProblemNote>{errorText(undo.error)}</ProblemNote>}
    </ConfirmDialog>
  );
}
