import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import type { AddedLine } from './edit-draft.ts';
import { EditLine } from './edit-line.tsx';
import styles from './edit-lines.module.css';
import type { OrderEdit } from './use-order-edit.ts';

type EditLinesProps = { readonly order: OrderDetail; readonly edit: OrderEdit };

/** Every line of the order, with its quantity; those that were added come last. */
export function EditLines({ order, edit }: EditLinesProps) {
  return (
    <ul className={styles.lines}>
      {order.lines.map((line) => (
        <Kept key={line.lineNo} line={line} edit={edit} />
      ))}
      {edit.draft.added.map((line) => (
        <Added key={line.id} line={line} edit={edit} />
      ))}
    </ul>
  );
}

function Kept({ line, edit }: { readonly line: OrderDetail['lines'][number]; readonly edit: OrderEdit }) {
  const { draft, dispatch, figures } = edit;
  const { lineNo } = line;
  const { quantity, isRemoved } = draft.kept.get(lineNo) ?? { quantity: line.quantity, isRemoved: false };
  return (
    <EditLine
      line={line}
      quantity={quantity}
      placed={line.quantity}
      isRemoved={isRemoved}
      total={figures.keptTotals.get(lineNo) ?? null}
      onType={(typed) => dispatch({ type: 'type-kept', lineNo, quantity: typed })}
      onRemove={() => dispatch({ type: 'remove', lineNo })}
      onPutBack={() => dispatch({ type: 'put-back', lineNo })}
    />
  );
}

function Added({ line, edit }: { readonly line: AddedLine; readonly edit: OrderEdit }) {
  const { dispatch, figures } = edit;
  const { id } = line;
  return (
    <EditLine
      line={line}
      quantity={line.typed}
      placed={null}
      isRemoved={false}
      total={figures.addedTotals.get(id) ?? null}
      onType={(quantity) => dispatch({ type: 'type-added', id, quantity })}
      onRemove={() => dispatch({ type: 'remove-added', id })}
    />
  );
}
