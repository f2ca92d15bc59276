import { isRefusal } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Note } from '../../ui/note.tsx';
import type { History } from './use-history.ts';

/** Why the last thing was refused, and the way out where there is one. */
export function HistoryRefusal({ history: { state, session } }: { readonly history: History }) {
  const text = useText();
  const errorText = useErrorText();
  const { refused, files } = state;
  if (refused === null) return null;
  const { error, fileName } = refused;
  if (isRefusal(error, 'cancelled')) return <Note tone="info">{text('history-screen.stopped')}</Note>;
  const isLost = isRefusal(error, 'upload-gone') || isRefusal(error, 'upload-out-of-order');
  const action = isLost && files.sales !== undefined && (
    <Button size="small" onPress={() => session.readAgain()}>
      {text('history-screen.read-again')}
    </Button>
  );
  const sentence = isLost ? text('history-screen.lost') : errorText(error);
  return (
    <Note tone="danger" action={action || undefined}>
      {fileName === null ? sentence : text('history-screen.of-file', { file: fileName, sentence })}
    </Note>
  );
}
