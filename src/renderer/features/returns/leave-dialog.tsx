import { useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useLeaveGuard } from '../../ui/router.ts';

/** Asks before a return that was begun is left for another screen. */
export function LeaveDialog({ isBegun }: { readonly isBegun: boolean }) {
  const text = useText();
  const [go, setGo] = useState<(() => void) | null>(null);
  useLeaveGuard((leave) => setGo(() => leave), isBegun);
  return (
    <ConfirmDialog
      open={go !== null && isBegun}
      title={text('returns.leave-title')}
      action={text('returns.leave')}
      keep={text('returns.stay')}
      danger
      onConfirm={() => {
        setGo(null);
        go?.();
      }}
      onClose={() => setGo(null)}
    >
      {text('returns.leave-help')}
    </ConfirmDialog>
  );
}
