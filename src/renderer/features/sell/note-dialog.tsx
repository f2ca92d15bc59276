import { useState } from 'react';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { useText } from '../../ui/app-context.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SellDialogFrame } from './sell-dialog.tsx';

type NoteDialogProps = {
  readonly title: string;
  readonly note: string;
  readonly longest: number;
  readonly onSave: (note: string) => void;
};

/** One line of words that stand on the receipt; empty takes the note away. */
export function NoteDialog({ title, note, longest, onSave }: NoteDialogProps) {
  const text = useText();
  const [typed, setTyped] = useState(note);
  const isCard = looksLikeCardNumber(typed);
  return (
    <SellDialogFrame
      title={title}
      action={text('sell.write-note')}
      onAction={() => {
        if (!isCard) onSave(typed.trim());
      }}
    >
      <TextField
        label={text('sell.note')}
        size="touch"
        autoFocus
        value={typed}
        onChange={setTyped}
        maxLength={longest}
        description={text('sell.note-help')}
        error={isCard ? text('pay.card-number') : undefined}
      />
    </SellDialogFrame>
  );
}
