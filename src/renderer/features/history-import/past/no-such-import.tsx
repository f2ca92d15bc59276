import { useText } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { navigate } from '../../../ui/router.ts';

const toAll = () => navigate('/import/history');

/** An address of no import of this shop. */
export function NoSuchImport() {
  const text = useText();
  return (
    <>
      <PageHeader title={text('history-past.title')} onBack={toAll} />
      <EmptyState
        drawing="search"
        title={text('history-past.gone')}
        action={<Button onPress={toAll}>{text('history-past.see-all')}</Button>}
      >
        {text('history-past.gone-help')}
      </EmptyState>
    </>
  );
}
