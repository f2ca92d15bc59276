import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DoneStep } from '../../ui/done-step.tsx';
import { navigate } from '../../ui/router.ts';
import { RefusalNote } from './refusal-note.tsx';
import { Tallies } from './tallies.tsx';
import type { ProductImport } from './use-import.ts';

/** What came in, and where to go from here. */
export function ImportDone({ load }: { readonly load: ProductImport }) {
  const text = useText();
  const maySell = useMay('sell');
  const { preview, result } = load.state;
  if (preview === null || result === null) return null;
  const title =
    result.created > 0 || result.changed === 0
      ? text('import-screen.done-title', { count: result.created })
      : text('import-screen.done-changed', { count: result.changed });
  return (
    <DoneStep
      title={title}
      more={text('import-screen.done-summary', { file: preview.fileName })}
      actions={
        <>
          <Button onPress={load.startOver}>{text('import-screen.load-another')}</Button>
          {preview.problemCount > 0 && (
            <Button onPress={load.saveProblems} pending={load.isSaving}>
              {text('import-screen.save-problems')}
            </Button>
          )}
          <Button variant={maySell ? 'secondary' : 'primary'} onPress={() => navigate('/products')}>
            {text('import-screen.see-products')}
          </Button>
          {maySell && (
            <Button variant="primary" onPress={() => navigate('/sell')}>
              {text('import-screen.sell-now')}
            </Button>
          )}
        </>
      }
    >
      <Tallies {...result} />
      <RefusalNote load={load} onChoose={load.startOver} />
    </DoneStep>
  );
}
