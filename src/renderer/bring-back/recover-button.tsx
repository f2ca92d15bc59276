import { useState } from 'react';
import { useCommand } from '../bridge/use-command.ts';
import { useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { toast } from '../ui/toast-queue.ts';

/** Leads from the shop that is open to what can be done about its file; asks before it closes the shop. */
export function RecoverButton({ size = 'normal' }: { readonly size?: 'normal' | 'small' }) {
  const text = useText();
  const errorText = useErrorText();
  const [isAsking, setAsking] = useState(false);
  const recover = useCommand('condition.recover');
  return (
    <>
      <Button size={size} onPress={() => setAsking(true)}>
        {text('condition.recover')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={text('condition.recover-title')}
        action={text('condition.recover-close')}
        keep={text('condition.recover-keep')}
        danger
        pending={recover.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          recover.mutate(
            {},
            {
              onError: (error) => toast(errorText(error), { tone: 'danger' }),
              onSettled: () => setAsking(false),
            },
          )
        }
      >
        <p>{text('condition.recover-what')}</p>
      </ConfirmDialog>
    </>
  );
}
