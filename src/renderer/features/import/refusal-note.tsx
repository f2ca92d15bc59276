import { isRefusal } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Note } from '../../ui/note.tsx';
import type { ProductImport } from './use-import.ts';

type RefusalNoteProps = { readonly load: ProductImport; readonly onChoose: () => void };

/** Why the last thing was refused, and the way out where there is one. */
export function RefusalNote({ load, onChoose }: RefusalNoteProps) {
  const text = useText();
  const errorText = useErrorText();
  const { refused, file, step } = load.state;
  if (refused === null) return null;
  if (isRefusal(refused, 'cancelled')) return <Note tone="info">{text('import-screen.stopped')}</Note>;
  const isLost = isRefusal(refused, 'upload-gone') || isRefusal(refused, 'upload-out-of-order');
  const action =
    isLost && file !== null ? (
      <Button size="small" onPress={load.takeAgain}>
        {text('import-screen.read-again')}
      </Button>
    ) : (
      step !== 'choose' && (
        <Button size="small" onPress={onChoose}>
          {text('import-screen.choose-another')}
        </Button>
      )
    );
  return (
    <Note tone="danger" action={action}>
      {errorText(refused)}
    </Note>
  );
}
