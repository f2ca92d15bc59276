import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DoneStep } from '../../ui/done-step.tsx';
import { navigate } from '../../ui/router.ts';
import type { OrderllaImport } from './use-orderlla-import.ts';

/** What came in, its report, and where to go from here. */
export function OrderllaDone({ load }: { readonly load: OrderllaImport }) {
  const text = useText();
  const maySeeOrders = useMay('see-orders');
  const { made } = load;
  if (made === null) return null;
  return (
    <DoneStep
      title={text('orderlla-import.done', { count: made.created.orders })}
      more={text('orderlla-import.done-more')}
      actions={
        <>
          <Button onPress={load.saveReport} pending={load.isSaving}>
            {text('orderlla-import.save-report')}
          </Button>
          {maySeeOrders && (
            <Button variant="primary" onPress={() => navigate('/orders')}>
              {text('orderlla-import.see-orders')}
            </Button>
          )}
        </>
      }
    />
  );
}
