import { CheckoutDialog } from './checkout-dialog.tsx';
import { CustomItemDialog } from './custom-item-dialog.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { LineDialog } from './line-dialog.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { OrderDiscountDialog } from './order-discount-dialog.tsx';
import { OrderNoteDialog } from './order-note-dialog.tsx';
import { RecentDialog } from './recent-dialog.tsx';
import { useSell } from './sell-context.ts';
import { VariantDialog } from './variant-dialog.tsx';

/** Whatever stands over the till; one at a time. */
export function SellDialogs() {
  const { dialog } = useSell().state;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'variants':
      return <VariantDialog key={dialog.parent.id} parent={dialog.parent} />;
    case 'measure':
      return <MeasureDialog key={dialog.tile.id} tile={dialog.tile} />;
    case 'line-quantity':
    case 'line-discount':
    case 'line-price':
    case 'line-note':
      return <LineDialog key={`${dialog.kind} ${dialog.lineId}`} kind={dialog.kind} lineId={dialog.lineId} />;
    case 'order-discount':
      return <OrderDiscountDialog />;
    case 'order-note':
      return <OrderNoteDialog />;
    case 'customer':
      return <CustomerDialog />;
    case 'custom-item':
      return <CustomItemDialog />;
    case 'delivery':
      return <DeliveryDialog thenPay={dialog.thenPay} />;
    case 'hold':
      return <HoldDialog />;
    case 'held':
      return <HeldDialog />;
    case 'recent':
      return <RecentDialog />;
    case 'help':
      return <HelpDialog />;
    case 'pay':
    case 'receipt':
      return <CheckoutDialog dialog={dialog} />;
  }
}
