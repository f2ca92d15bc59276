import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useLeaveGuard } from './router.ts';

type LeaveWhileProps = {
  /** Something is under way that leaving ends. */
  readonly busy: boolean;
  readonly title: string;
  /** Ends it and leaves. */
  readonly action: string;
  readonly keep: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** Asks before a screen is left while something is under way that leaving would end. */
export function LeaveWhile({ busy, title, action, keep, onLeave, children }: LeaveWhileProps) {
  const [go, setGo] = useState<(() => void) | null>(null);
  useLeaveGuard((leave) => setGo(() => leave), busy);
  const leave = () => {
    onLeave();
    go?.();
  };
  return (
    <ConfirmDialog
      open={go !== null && busy}
      title={title}
      action={action}
      keep={keep}
      danger
      onConfirm={leave}
      onClose={() => setGo(null)}
    >
      {children}
    </ConfirmDialog>
  );
}
