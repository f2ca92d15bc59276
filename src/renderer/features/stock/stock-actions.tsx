import { PackagePlus, Trash2, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import type { ProductStock } from './stock-dialog-frame.tsx';
import { showReceiving } from './stock-places.ts';
import { WriteOffDialog } from './write-off-dialog.tsx';

/** What can be done with the stock of a product that is counted, for whoever may. */
export function StockActions({ stock }: { readonly stock: ProductStock }) {
  const text = useText();
  const { productId, tracked } = stock;
  const mayReceive = useMay('receive-stock') && tracked;
  const mayAdjust = useMay('adjust-stock') && tracked;
  const [open, setOpen] = useState<'adjust' | 'write-off' | null>(null);
  const receive = () => showReceiving(productId);
  const adjust = () => setOpen('adjust');
  const writeOff = () => setOpen('write-off');
  const close = () => setOpen(null);
  useHotkeys([
    { keys: 'F4', label: text('stock.adjust'), run: adjust, enabled: mayAdjust },
    { keys: 'F6', label: text('stock.receive'), run: receive, enabled: mayReceive },
    { keys: 'F7', label: text('stock.write-off'), run: writeOff, enabled: mayAdjust },
  ]);
  return (
    <>
      {mayAdjust && (
        <>
          <Button icon={<Trash2 />} keys="F7" onPress={writeOff}>
            {text('stock.write-off')}
          </Button>
          <Button icon={<Wrench />} keys="F4" onPress={adjust}>
            {text('stock.adjust')}
          </Button>
        </>
      )}
      {mayReceive && (
        <Button variant="primary" icon={<PackagePlus />} keys="F6" onPress={receive}>
          {text('stock.receive')}
        </Button>
      )}
      {open === 'adjust' && <AdjustDialog productId={productId} onClose={close} />}
      {open === 'write-off' && <WriteOffDialog productId={productId} onClose={close} />}
    </>
  );
}
