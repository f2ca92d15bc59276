import { useText } from '../../ui/app-context.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { useSell } from './sell-context.ts';
import { useLineChange } from './use-line-change.ts';

/** A note on the whole order. */
export function OrderNoteDialog() {
  const text = useText();
  const { cart } = useSell().state;
  const changeAndClose = useLineChange();
  return (
    <NoteDialog
      title={text('sell.order-note')}
      note={cart.note}
      longest={1000}
      onSave={(note) => changeAndClose({ type: 'set-note', note })}
    />
  );
}
