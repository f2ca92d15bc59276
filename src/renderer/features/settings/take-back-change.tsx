import type { TaxChangeView } from '../../../shared/contract/shop-taxes.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { overtakenWords, type TaxDialogProps } from './rates-dialog.tsx';
import { taxesOfDay, taxWords } from './tax-words.ts';
import { useSeen } from './use-seen.ts';

type TakeBackProps = TaxDialogProps & { readonly change: TaxChangeView };

/** Takes a change of rates back before its day has come. */
export function TakeBackChange({ taxClass, change, onClose }: TakeBackProps) {
  const app = useApp();
  const { text, format } = app;
  const errorText = useErrorText();
  const remove = useCommand('taxes.removeChange');
  const { seen, isOvertaken, look } = useSeen(taxClass);
  const { startDate } = change;
  const date = format.dateShort(startDate);
  const before = taxesOfDay(taxClass, addDays(startDate, -1));
  const isNews = isOvertaken && !remove.isPending && !remove.isSuccess;
  const keepMine = () => {
    look();
    remove.reset();
  };
  const submit = () =>
    remove.mutate(
      { taxClassId: taxClass.id, revision: seen.revision, startDate },
      {
        onSuccess: () => {
          toast(text('taxes.taken-back', { date }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <ChangeDialog
      title={text('taxes.take-back-title')}
      action={text('taxes.take-back-action')}
      keep={text('taxes.take-back-keep')}
      danger
      pending={remove.isPending}
      refused={remove.error ? errorText(remove.error) : null}
      overtaken={isNews ? { ...overtakenWords(taxClass, app), onKeepMine: keepMine } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {text('taxes.take-back-what', {
          date,
          name: taxClass.name,
          rates: taxWords(change.taxes, app),
          before: taxWords(before, app),
        })}
      </p>
    </ChangeDialog>
  );
}
