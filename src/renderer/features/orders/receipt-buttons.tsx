import { FileDown, Printer } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { useReceiptActions } from './use-receipt-actions.ts';

/** Prints or saves the receipt of an order. */
export function ReceiptButtons({ orderId }: { readonly orderId: number }) {
  const text = useText();
  const receipt = useReceiptActions(orderId);
  useHotkeys([{ keys: 'Mod+P', label: text('orders.print'), run: receipt.print }]);
  return (
    <>
      <Button icon={<FileDown />} onPress={receipt.save} pending={receipt.isSaving}>
        {text('orders.save-pdf')}
      </Button>
      <Button icon={<Printer />} keys="Mod+P" onPress={receipt.print} pending={receipt.isPrinting}>
        {text('orders.print')}
      </Button>
    </>
  );
}
