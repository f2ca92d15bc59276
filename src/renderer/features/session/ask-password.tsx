import { useState } from 'react';
import type { Lifted } from '../../bridge/lift.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { TextField } from '../../ui/text-field.tsx';

/** The person's own password again, for what a PIN alone is not enough for. */
export function AskPassword({ onClose }: { readonly onClose: (lifted: Lifted | null) => void }) {
  const text = useText();
  const errorText = useErrorText();
  const confirm = useCommand('session.confirmPassword');
  const [password, setPassword] = useState('');
  const [isJudged, setJudged] = useState(false);
  const missing = isJudged && password === '' ? text('approvals.password-missing') : undefined;
  const submit = () => {
    setJudged(true);
    if (password === '') return;
    const beginAnew = () => {
      setPassword('');
      setJudged(false);
    };
    confirm.mutate({ password }, { onSuccess: () => onClose({ approvalId: null }), onError: beginAnew });
  };
  return (
    <Dialog
      open
      onClose={() => onClose(null)}
      title={text('approvals.password-title')}
      size="small"
      busy={confirm.isPending}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={() => onClose(null)} disabled={confirm.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={confirm.isPending}>
            {text('approvals.go-on')}
          </Button>
        </>
      }
    >
      <TextField
        type="password"
        autoComplete="current-password"
        label={text('session.password')}
        description={text('approvals.password-why')}
        value={password}
        onChange={(next) => {
          setJudged(false);
          setPassword(next);
        }}
        error={missing ?? (confirm.error && password === '' ? errorText(confirm.error) : undefined)}
        autoFocus
      />
    </Dialog>
  );
}
