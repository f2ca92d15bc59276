import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { PersonDialogProps } from './person.ts';
import { StaffForm } from './staff-form.tsx';

/** Another name for the same person. */
export function RenamePerson({ person, onClose }: PersonDialogProps) {
  const text = useText();
  const rename = useCommand('staff.rename');
  const [name, setName] = useState(person.name);
  const [isJudged, setJudged] = useState(false);
  const after = name.trim();
  const submit = () => {
    setJudged(true);
    if (after === '') return;
    if (after === person.name) return onClose();
    rename.mutate(
      { staffId: person.id, name: after },
      {
        onSuccess: () => {
          toast(text('staff.renamed', { before: person.name, after }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <StaffForm
      title={text('staff.rename-title', { name: person.name })}
      action={text('staff.rename')}
      pending={rename.isPending}
      error={rename.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text('staff.name')}
        value={name}
        onChange={setName}
        error={isJudged && after === '' ? text('staff.name-missing') : undefined}
        maxLength={80}
        autoFocus
      />
    </StaffForm>
  );
}
