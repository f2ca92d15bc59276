import type { CartLine } from '../../../shared/domain/cart.ts';
import { useText } from '../../ui/app-context.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { useLineChange } from './use-line-change.ts';

/** A note on one line: "no onions". */
export function LineNoteDialog({ line }: { readonly line: CartLine }) {
  const text = useText();
  const changeAndClose = useLineChange();
  return (
    <NoteDialog
      title={text('sell.note-on', { name: line.name })}
      note={line.note}
      longest={500}
      onSave={(note) => changeAndClose({ type: 'set-line-note', lineId: line.id, note })}
    />
  );
}
