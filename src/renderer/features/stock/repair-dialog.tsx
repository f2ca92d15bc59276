import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { StockCheck } from './self-check.tsx';

type RepairDialogProps = { readonly check: StockCheck; readonly onClose: () => void };

/** Says what putting right does, and does it. */
export function RepairDialog({ check, onClose }: RepairDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const repair = useCommand('stock.repair');
  const count = check.drifts.length;
  const confirm = () =>
    repair.mutate(
      { checkId: check.checkId },
      {
        onSuccess: ({ repaired }) => toast(text('stock.repaired', { count: repaired }), { tone: 'positive' }),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
        onSettled: onClose,
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('stock.repair', { count })}
      action={text('stock.repair', { count })}
      pending={repair.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {text('stock.repair-help')}
    </ConfirmDialog>
  );
}
