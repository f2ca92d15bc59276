import { useEffect, useRef, useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './edit-form.module.css';
import { EditLeave } from './edit-leave.tsx';
import { EditLines } from './edit-lines.tsx';
import { EditPayDialog } from './edit-pay-dialog.tsx';
import { EditRefusal } from './edit-refusal.tsx';
import { EditSummary } from './edit-summary.tsx';
import { ProductPick } from './product-pick.tsx';
import { type OrderEdit, useOrderEdit } from './use-order-edit.ts';

type EditFormProps = { readonly order: OrderDetail; readonly onSaved: () => void };

/** Lines at the start, what they come to at the end; the difference is settled in the same step. */
export function EditForm({ order, onSaved }: EditFormProps) {
  const text = useText();
  const [isSaved, setSaved] = useState(false);
  const [isPaying, setPaying] = useState(false);
  const maySell = useMay('sell');
  const edit = useOrderEdit(order, () => {
    setPaying(false);
    setSaved(true);
  });
  // Only once nothing is asked any more before one leaves.
  const leave = useRef(onSaved);
  leave.current = onSaved;
  useEffect(() => {
    if (isSaved) leave.current();
  }, [isSaved]);
  return (
    <>
      {!isPaying && !isSaved && <EditRefusal order={order} edit={edit} taken={[]} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Card title={text('orders.edit-lines')}>
            <EditLines order={order} edit={edit} />
          </Card>
          {maySell && (
            <Card title={text('orders.edit-add')}>
              <AddProduct order={order} edit={edit} />
            </Card>
          )}
        </div>
        <div className={styles.side}>
          <Card title={text('orders.edit-changes')}>
            <EditSummary order={order} edit={edit} onPay={() => setPaying(true)} />
          </Card>
        </div>
      </div>
      {isPaying && <EditPayDialog order={order} edit={edit} onClose={() => setPaying(false)} />}
      <EditLeave
        number={String(order.id)}
        isChanged={(edit.figures.isChanged || edit.draft.note.trim() !== '') && !isSaved}
      />
    </>
  );
}

/** What may come on top, or why nothing does: today's prices hold tax otherwise than those of the order. */
function AddProduct({ order, edit }: { readonly order: OrderDetail; readonly edit: OrderEdit }) {
  const text = useText();
  const { pricesIncludeTax } = useShop();
  if (order.pricesIncludeTax === pricesIncludeTax)
    return <ProductPick onPick={(line) => edit.dispatch({ type: 'add', line })} />;
  return <p>{text(order.pricesIncludeTax ? 'error.prices-had-tax' : 'error.prices-had-no-tax')}</p>;
}
