import { isRefusal } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { OrderllaImport } from './use-orderlla-import.ts';

/** Why the last thing was refused, and the way out where there is one. */
export function OrderllaRefusal({ load }: { readonly load: OrderllaImport }) {
  const text = useText();
  const errorText = useErrorText();
  const { refused, file } = load;
  if (refused === null) return null;
  if (isRefusal(refused, 'cancelled')) {
    return <ProblemNote tone="warning">{text('orderlla-import.stopped')}</ProblemNote>;
  }
  const isLost = isRefusal(refused, 'upload-gone') || isRefusal(refused, 'upload-out-of-order');
  const again = isLost && file !== null && (
    <Button size="small" onPress={() => load.choose(file)}>
      {text('orderlla-import.read-again')}
    </Button>
  );
  return <ProblemNote action={again || undefined}>{errorText(refused)}</ProblemNote>;
}
