import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { RecoveryCode } from '../../ui/recovery-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { OwnForm } from './own-form.tsx';

/** A new recovery code in place of the one before; the password is always asked for it. */
export function RecoveryPart() {
  const text = useText();
  const renew = useCommand('staff.newRecoveryCode');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [isJudged, setJudged] = useState(false);
  const submit = () => {
    setJudged(true);
    if (password === '') return;
    const made = ({ recoveryCode }: { readonly recoveryCode: string }) => {
      setCode(recoveryCode);
      setPassword('');
      setJudged(false);
    };
    renew.mutate({ password }, { onSuccess: made });
  };
  return (
    <OwnForm
      action={text('staff.recovery-new')}
      pending={renew.isPending}
      error={renew.error}
      onSubmit={submit}
    >
      <p>{text('staff.recovery-about')}</p>
      <TextField
        type="password"
        autoComplete="current-password"
        label={text('staff.own-pin-by-password')}
        value={password}
        onChange={setPassword}
        error={isJudged && password === '' ? text('approvals.password-missing') : undefined}
      />
      {code !== null && <NewCode code={code} onDone={() => setCode(null)} />}
    </OwnForm>
  );
}

/** The new code, shown once: it closes when somebody says that it is kept. */
function NewCode({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const print = useCommand('documents.printRecoveryCode');
  const save = useCommand('documents.saveRecoveryCode');
  const [isKept, setKept] = useState(false);
  const [isJudged, setJudged] = useState(false);
  const failed = print.error ?? save.error;
  const missing = isJudged && !isKept ? text('secrets.recovery-keep-first') : undefined;
  const close = () => {
    setJudged(true);
    if (isKept) onDone();
  };
  const printed = () => void toast(text('secrets.recovery-printed'), { tone: 'positive' });
  const saved = (file: { readonly saved: boolean; readonly fileName: string }) => {
    if (file.saved) toast(text('secrets.recovery-saved', { file: file.fileName }), { tone: 'positive' });
  };
  return (
    <Dialog
      open
      onClose={close}
      title={text('staff.recovery')}
      footer={
        <Button variant="primary" onPress={close}>
          {text('staff.recovery-done')}
        </Button>
      }
    >
      <RecoveryCode
        code={code}
        printing={print.isPending}
        saving={save.isPending}
        kept={isKept}
        onKept={setKept}
        problem={failed ? errorText(failed) : missing}
        onPrint={() => print.mutate({ recoveryCode: code }, { onSuccess: printed })}
        onSave={() => save.mutate({ recoveryCode: code }, { onSuccess: saved })}
      />
    </Dialog>
  );
}
