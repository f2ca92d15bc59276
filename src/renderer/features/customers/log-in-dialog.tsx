import { useState } from 'react';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NewPassword, newPasswordProblem } from '../../ui/new-password.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './customer-fields.module.css';
import type { RecordDialogProps } from './customer-record-dialogs.tsx';

/** As main takes it (`contract/kiosk.ts`). */
const usernameForm = /^[\p{L}\p{N}._@-]{3,60}$/u;

/** A log-in for the customers' screen, or a new password for the one there is. */
export function LogInDialog({ customer, onClose }: RecordDialogProps) {
  const { name, hasPassword } = customer;
  const text = useText();
  const { setLogIn, save, refusal, ...form } = useLogInForm(customer, onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('customers.log-in-title', { name })}
      size="small"
      busy={setLogIn.isPending}
      onSubmit={save}
      footer={
        <>
          <Button onPress={onClose} disabled={setLogIn.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" pending={setLogIn.isPending}>
            {text('customers.log-in-save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          {text(
            customer.username !== null && !hasPassword
              ? 'customers.log-in-imported'
              : 'customers.log-in-explained',
            { name },
          )}
        </p>
        <TextField
          label={text('customers.username')}
          description={text('customers.username-help')}
          value={form.username}
          onChange={form.typeUsername}
          error={form.usernameError}
          maxLength={60}
          autoFocus={customer.username === null}
        />
        <NewPassword
          value={form.password}
          onChange={form.setPassword}
          judged={form.isJudged}
          autoFocus={customer.username !== null}
        />
        {refusal !== null && <ProblemNote>{refusal}</ProblemNote>}
      </div>
    </Dialog>
  );
}

/** What is typed, and what is wrong with it; main's refusal of the name stands beside the name. */
function useLogInForm(customer: RecordDialogProps['customer'], onClose: () => void) {
  const { id, name } = customer;
  const text = useText();
  const errorText = useErrorText();
  const setLogIn = useCommand('customers.setLogIn');
  const [username, setUsername] = useState(customer.username ?? '');
  const [password, setPassword] = useState('');
  const [isJudged, setJudged] = useState(false);
  const isTaken = isRefusal(setLogIn.error, 'username-taken');
  const isOdd = !usernameForm.test(username.trim());
  const odd = isJudged && isOdd ? text('customers.username-odd') : undefined;
  const save = () => {
    setJudged(true);
    if (isOdd || newPasswordProblem(password, text) !== null) return;
    const typed = username.trim();
    const onSuccess = () => {
      toast(text('customers.log-in-saved', { name, username: typed }), { tone: 'positive' });
      onClose();
    };
    setLogIn.mutate({ customerId: id, username: typed, password }, { onSuccess });
  };
  return {
    setLogIn,
    save,
    username,
    usernameError: isTaken ? text('customers.username-taken') : odd,
    typeUsername: (typed: string) => {
      setUsername(typed);
      if (isTaken) setLogIn.reset();
    },
    password,
    setPassword,
    isJudged,
    refusal: setLogIn.error && !isTaken ? errorText(setLogIn.error) : null,
  };
}
