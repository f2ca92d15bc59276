import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { changedPrices, shortProducts } from '../../bridge/refused-lines.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { OrderEdit } from './use-order-edit.ts';
import { useRefusalWords } from './use-refusal-words.ts';

type EditRefusalProps = {
  readonly order: OrderDetail;
  readonly edit: OrderEdit;
  /** What was taken so far, where the change is being paid. */
  readonly taken: readonly TakenTender[];
};

/** Why a change was not saved, with what mends it; what was typed stays. */
export function EditRefusal({ order, edit, taken }: EditRefusalProps) {
  const text = useText();
  const refusalWords = useRefusalWords();
  const { draft, refusal, dispatch, forgive, isPending } = edit;
  if (isPending) return null;
  if (order.revision !== draft.revision) {
    const takeOver = () => {
      dispatch({ type: 'begin', order });
      forgive();
    };
    return (
      <ProblemNote
        tone="warning"
        title={text('orders.somebody-changed', { number: String(order.id) })}
        action={<Button onPress={takeOver}>{text('orders.edit-take-over')}</Button>}
      />
    );
  }
  if (refusal === null) return null;
  switch (refusal.code) {
    case 'price-changed':
      return <NewPrices edit={edit} />;
    case 'out-of-stock':
      return <Short edit={edit} />;
    case 'stock-warning':
      return <Short edit={edit} onAnyway={(productIds) => edit.saveAnyway(taken, productIds)} />;
    default:
      return <ProblemNote title={text('orders.edit-refused')}>{refusalWords(refusal, order.id)}</ProblemNote>;
  }
}

function NewPrices({ edit }: { readonly edit: OrderEdit }) {
  const { text, format } = useApp();
  return (
    <ProblemNote
      tone="warning"
      title={text('orders.edit-new-prices')}
      action={<Button onPress={edit.takeNewPrices}>{text('orders.edit-take-prices')}</Button>}
    >
      <ul>
        {changedPrices(edit.refusal?.details ?? {}).map(({ index, name, seenPrice, price }) => (
          <li key={index}>
            {text('orders.edit-new-price', {
              name,
              before: format.money(seenPrice),
              after: format.money(price),
            })}
          </li>
        ))}
      </ul>
    </ProblemNote>
  );
}

type ShortProps = {
  readonly edit: OrderEdit;
  /** Absent where the shop does not order beyond its stock. */
  readonly onAnyway?: (productIds: readonly number[]) => void;
};

function Short({ edit, onAnyway }: ShortProps) {
  const { text, format } = useApp();
  const short = shortProducts(edit.refusal?.details ?? {});
  return (
    <ProblemNote
      tone={onAnyway ? 'warning' : 'danger'}
      title={text('orders.edit-short')}
      action={
        onAnyway && (
          <Button onPress={() => onAnyway(short.map((one) => one.productId))}>
            {text('orders.edit-anyway')}
          </Button>
        )
      }
    >
      <ul>
        {short.map(({ productId, name, wanted, available }) => (
          <li key={productId}>
            {text('orders.edit-short-line', {
              name,
              wanted: format.quantity(wanted),
              available: format.quantity(available),
            })}
          </li>
        ))}
      </ul>
      {!onAnyway && <p>{text('orders.edit-short-block')}</p>}
    </ProblemNote>
  );
}
