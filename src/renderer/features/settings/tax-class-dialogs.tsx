import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { overtakenWords, type TaxDialogProps } from './rates-dialog.tsx';
import { checkTaxes, readTaxes, TaxesEditor, type TypedTax } from './taxes-editor.tsx';
import { useSeen } from './use-seen.ts';

type NewClassProps = {
  /** What a tax is usually called here: the name is offered, the rate is not. */
  readonly taxName: string;
  readonly onClose: () => void;
};

/** A class with its first rates. */
export function NewClassDialog({ taxName, onClose }: NewClassProps) {
  const text = useText();
  const errorText = useErrorText();
  const create = useCommand('taxes.create');
  const [name, setName] = useState('');
  const [taxes, setTaxes] = useState<readonly TypedTax[]>([{ key: 0, name: taxName, rate: null }]);
  const [isJudged, setJudged] = useState(false);
  const written = name.trim();
  const submit = () => {
    setJudged(true);
    if (written === '' || checkTaxes(taxes, text).size > 0) return;
    create.mutate(
      { name: written, rates: [...readTaxes(taxes)] },
      {
        onSuccess: () => {
          toast(text('taxes.class-added', { name: written }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  const isTaken = create.error?.code === 'tax-class-name-taken';
  return (
    <ChangeDialog
      title={text('taxes.add-class')}
      action={text('taxes.add-class')}
      size="medium"
      pending={create.isPending}
      refused={create.error && !isTaken ? errorText(create.error) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text('taxes.class-name')}
        description={text('taxes.new-class-note')}
        value={name}
        onChange={(next) => {
          setName(next);
          if (isTaken) create.reset();
        }}
        error={nameProblem(isJudged, written, isTaken ? errorText(create.error) : undefined, text)}
        maxLength={60}
        autoFocus
      />
      <TaxesEditor
        taxes={taxes}
        problems={isJudged ? checkTaxes(taxes, text) : new Map()}
        onChange={setTaxes}
      />
    </ChangeDialog>
  );
}

function nameProblem(
  isJudged: boolean,
  written: string,
  taken: string | undefined,
  text: ReturnType<typeof useText>,
): string | undefined {
  if (taken !== undefined) return taken;
  return isJudged && written === '' ? text('taxes.class-name-missing') : undefined;
}

/** Another name for a class. */
export function RenameClassDialog({ taxClass, onClose }: TaxDialogProps) {
  const app = useApp();
  const { text } = app;
  const errorText = useErrorText();
  const rename = useCommand('taxes.rename');
  const { seen, isOvertaken, look } = useSeen(taxClass);
  const [name, setName] = useState(taxClass.name);
  const [isJudged, setJudged] = useState(false);
  const after = name.trim();
  const submit = () => {
    setJudged(true);
    if (after === '') return;
    if (after === taxClass.name) return onClose();
    const before = taxClass.name;
    rename.mutate(
      { taxClassId: taxClass.id, revision: seen.revision, name: after },
      {
        onSuccess: () => {
          toast(text('taxes.class-renamed', { before, after }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  const isTaken = rename.error?.code === 'tax-class-name-taken';
  const isNews = isOvertaken && !rename.isPending && !rename.isSuccess;
  const keepMine = () => {
    look();
    rename.reset();
  };
  return (
    <ChangeDialog
      title={text('taxes.rename')}
      action={text('taxes.rename')}
      pending={rename.isPending}
      refused={rename.error && !isTaken ? errorText(rename.error) : null}
      overtaken={isNews ? { ...overtakenWords(taxClass, app), onKeepMine: keepMine } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text('taxes.class-name')}
        value={name}
        onChange={(next) => {
          setName(next);
          if (isTaken) rename.reset();
        }}
        error={nameProblem(isJudged, after, isTaken ? errorText(rename.error) : undefined, text)}
        maxLength={60}
        autoFocus
      />
    </ChangeDialog>
  );
}
