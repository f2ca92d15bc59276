import { useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useLeaveGuard } from '../../ui/router.ts';

/** Asks before changes that were not saved are left behind. */
export function EditLeave({ number, isChanged }: { readonly number: string; readonly isChanged: boolean }) {
  const text = useText();
  const [go, setGo] = useState<(() => void) | null>(null);
  useLeaveGuard((leave) => setGo(() => leave), isChanged);
  return (
    <ConfirmDialog
      open={go !== null}
      title={text('orders.edit-leave-title')}
      action={text('orders.edit-leave')}
      keep={text('orders.edit-stay')}
      danger
      onConfirm={() => {
        setGo(null);
        go?.();
      }}
      onClose={() => setGo(null)}
    >
      {text('orders.edit-leave-help', { number })}
    </ConfirmDialog>
  );
}
