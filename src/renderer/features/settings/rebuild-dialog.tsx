import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ClosedDays } from './use-closed-days.ts';

/** Says that the shop waits meanwhile, before the closed days are added up anew. */
export function RebuildDialog({ days }: { readonly days: ClosedDays }) {
  const text = useText();
  return (
    <ConfirmDialog
      open={days.isAsking}
      title={text('figures.confirm-title')}
      action={text('figures.rebuild')}
      keep={text('figures.confirm-keep')}
      onConfirm={days.rebuild}
      onClose={days.leave}
    >
      <p>{text('figures.confirm')}</p>
    </ConfirmDialog>
  );
}
