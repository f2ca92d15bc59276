import { useState } from 'react';
import type { ChosenBackup } from '../../shared/contract/backups-restore.ts';
import type { ApiError } from '../bridge/client.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useProgress } from '../bridge/use-progress.ts';
import { useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './bring-back.module.css';
import type { BringBackAt } from './bring-back.tsx';
import { BringBackFacts } from './bring-back-facts.tsx';
import { BringBackProgress } from './bring-back-progress.tsx';
import { Lost } from './lost.tsx';
import { useCompare } from './use-compare.ts';

type BringBackDialogProps = {
  readonly at: BringBackAt;
  readonly chosen: ChosenBackup;
  /** An encrypted file was opened: what is in it is known now. */
  readonly onOpened: (chosen: ChosenBackup) => void;
  readonly onClose: () => void;
};

/** What is in a file, the passphrase or the recovery code that it needs, and the verb; then how far it is. */
export function BringBackDialog({ at, chosen, onOpened, onClose }: BringBackDialogProps) {
  const text = useText();
  const { opening, restoring } = useSteps(at, chosen, onOpened);
  const isLocked = chosen.problem === null && chosen.facts === null;
  const isShown = chosen.problem === null && chosen.facts !== null;
  const compare = useCompare({ from: 'file', token: chosen.token }, at === 'shop' && isShown);
  const step = isLocked ? opening : restoring;
  // Once it was taken main closes what is open and the window begins anew.
  const isBusy = opening.isPending || restoring.isPending || restoring.isDone;
  const close = () => {
    if (compare.isPending) compare.stop();
    onClose();
  };
  return (
    <Dialog
      open
      title={text('bring-back.title')}
      busy={isBusy}
      onClose={close}
      onSubmit={chosen.problem === null && !compare.isPending ? step.begin : undefined}
      footer={
        <>
          <Button onPress={close} disabled={isBusy}>
            {text('bring-back.keep')}
          </Button>
          {chosen.problem === null && (
            <Button
              type="submit"
              variant={isLocked || at === 'first' ? 'primary' : 'danger'}
              pending={isBusy}
              disabledReason={compare.isPending ? text('backups.lost-wait') : undefined}
            >
              {text(isLocked ? 'bring-back.open' : 'bring-back.action')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <BringBackFacts chosen={chosen} />
        {chosen.problem !== null && (
          <ProblemNote>
            <p>{text(`bring-back.problem-${chosen.problem}`)}</p>
            {chosen.found !== null && <p>{text('bring-back.found', { found: chosen.found })}</p>}
          </ProblemNote>
        )}
        {chosen.problem === null && step.fields}
        {isShown && at === 'shop' && <Lost compare={compare} />}
        {isShown && <After at={at} />}
        {restoring.isDone && <p role="status">{text('bring-back.opening')}</p>}
      </div>
    </Dialog>
  );
}

function After({ at }: { readonly at: BringBackAt }) {
  const text = useText();
  return (
    <>
      {at === 'shop' && <p>{text('bring-back.kept')}</p>}
      <p className={styles.muted}>{text('bring-back.after')}</p>
    </>
  );
}

/** Opening an encrypted file, and bringing back what is in it. */
function useSteps(at: BringBackAt, chosen: ChosenBackup, onOpened: (chosen: ChosenBackup) => void) {
  const text = useText();
  const { token, needsRecoveryCode } = chosen;
  const open = { first: useCommand('setup.openChosen'), shop: useCommand('backups.openChosen') }[at];
  const restoreFirst = useCommand('setup.restore');
  const restoreHere = useCommand('backups.restore');
  const restore = at === 'first' ? restoreFirst : restoreHere;
  const passphrase = useSecret(text('bring-back.passphrase-missing'));
  const code = useSecret(text('bring-back.code-missing'));
  const given = needsRecoveryCode ? { recoveryCode: code.value } : {};
  return {
    opening: {
      isPending: open.isPending,
      begin: passphrase.ifThere(() =>
        open.mutate({ token, passphrase: passphrase.value }, { onSuccess: onOpened }),
      ),
      fields: (
        <StepFields
          field={{ ...passphrase, label: text('bring-back.passphrase') }}
          note={text('bring-back.passphrase-note')}
          wrong="wrong-passphrase"
          command={open}
          at={at}
          working={text('bring-back.looking')}
        />
      ),
    },
    restoring: {
      isPending: restore.isPending,
      isDone: restore.isSuccess,
      begin: () => {
        const begin = () =>
          at === 'first'
            ? restoreFirst.mutate({ token, ...given })
            : restoreHere.mutate({ source: { from: 'file', token }, passphrase: null, ...given });
        if (needsRecoveryCode) code.ifThere(begin)();
        else begin();
      },
      fields: (
        <StepFields
          field={needsRecoveryCode ? { ...code, label: text('bring-back.code') } : null}
          note={text('bring-back.code-note')}
          wrong="wrong-recovery-code"
          command={restore}
          at={at}
          working={text('bring-back.working')}
        />
      ),
    },
  };
}

/** Something that is typed and must be there. */
function useSecret(missing: string) {
  const [value, change] = useState('');
  const [isMissing, setMissing] = useState(false);
  return {
    value,
    change,
    error: isMissing && value === '' ? missing : undefined,
    ifThere: (work: () => void) => () => (value === '' ? setMissing(true) : work()),
  };
}

type StepFieldsProps = {
  readonly field: (ReturnType<typeof useSecret> & { readonly label: string }) | null;
  readonly note: string;
  /** The refusal that is about what was typed. */
  readonly wrong: string;
  readonly command: {
    readonly isPending: boolean;
    readonly requestId: string | null;
    readonly error: ApiError | null;
  };
  readonly at: BringBackAt;
  readonly working: string;
};

function StepFields({ field, note, wrong, command, at, working }: StepFieldsProps) {
  const errorText = useErrorText();
  const progress = useProgress(command.requestId);
  const { error } = command;
  const isWrong = field !== null && error?.code === wrong;
  return (
    <>
      {field && (
        <TextField
          type={wrong === 'wrong-passphrase' ? 'password' : 'text'}
          label={field.label}
          description={note}
          value={field.value}
          onChange={field.change}
          maxLength={wrong === 'wrong-passphrase' ? 256 : 100}
          autoFocus
          error={field.error ?? (isWrong && error ? errorText(error) : undefined)}
        />
      )}
      {error && !isWrong && error.code !== 'cancelled' && <ProblemNote>{errorText(error)}</ProblemNote>}
      {command.isPending && <BringBackProgress at={at} label={working} progress={progress} />}
    </>
  );
}
