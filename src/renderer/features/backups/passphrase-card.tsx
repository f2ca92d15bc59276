import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import styles from './places-part.module.css';

/** Whether whoever has the file of a backup can read it. */
export function PassphraseCard({ isEncrypted }: { readonly isEncrypted: boolean }) {
  const text = useText();
  const mayChange = useMay('change-settings');
  const [asked, setAsked] = useState<'set' | 'remove' | null>(null);
  const disabledReason = mayChange ? undefined : text('backups.settings-right');
  const close = () => setAsked(null);
  return (
    <Card title={text('backups.passphrase')}>
      <div className={styles.form}>
        <p className={styles.muted}>
          {text(isEncrypted ? 'backups.passphrase-on' : 'backups.passphrase-off')}
        </p>
        <div className={styles.actions}>
          <Button onPress={() => setAsked('set')} disabledReason={disabledReason}>
            {text(isEncrypted ? 'backups.passphrase-change' : 'backups.passphrase-set')}
          </Button>
          {isEncrypted && (
            <Button variant="quiet" onPress={() => setAsked('remove')} disabledReason={disabledReason}>
              {text('backups.passphrase-remove')}
            </Button>
          )}
        </div>
      </div>
      {asked === 'set' && <PassphraseDialog onClose={close} />}
      <RemoveDialog isOpen={asked === 'remove'} onClose={close} />
    </Card>
  );
}

function RemoveDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const set = useCommand('backups.setPassphrase');
  return (
    <ConfirmDialog
      open={isOpen}
      title={text('backups.passphrase-remove-title')}
      action={text('backups.passphrase-remove')}
      keep={text('backups.passphrase-keep')}
      danger
      pending={set.isPending}
      onClose={onClose}
      onConfirm={() =>
        set.mutate(
          { passphrase: null },
          {
            onSuccess: () => toast(text('backups.passphrase-was-removed'), { tone: 'positive' }),
            onError: (error) => toast(errorText(error), { tone: 'danger' }),
            onSettled: onClose,
          },
        )
      }
    >
      <p>{text('backups.passphrase-remove-what')}</p>
    </ConfirmDialog>
  );
}
