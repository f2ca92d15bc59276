import type { ApiError } from '../../bridge/client.ts';
import { changedPrices, changedTotal, shortProducts } from '../../bridge/refused-lines.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useReturn } from './return-context.ts';
import type { Settling } from './use-settle-return.ts';

type ReturnRefusalProps = {
  readonly refusal: ApiError;
  readonly settling: Settling;
  readonly onClose: () => void;
};

/** Why main did not book the return, with what mends it. What was chosen and taken stays. */
export function ReturnRefusal({ refusal, settling, onClose }: ReturnRefusalProps) {
  const text = useText();
  const errorText = useErrorText();
  switch (refusal.code) {
    case 'price-changed':
      return <Prices details={refusal.details} onTake={settling.takeNewPrices} />;
    case 'out-of-stock':
      return <Stock details={refusal.details} />;
    case 'stock-warning':
      return <Stock details={refusal.details} onSellAnyway={settling.settleAnyway} />;
    case 'product-gone':
      return <Gone details={refusal.details} onRemoved={settling.forgive} />;
    case 'return-above-sold':
    case 'not-returnable':
      return (
        <ProblemNote
          title={text('returns.refused-title')}
          action={<Button onPress={onClose}>{text('returns.back-to-lines')}</Button>}
        >
          <p>{errorText(refusal)}</p>
        </ProblemNote>
      );
    default:
      return (
        <ProblemNote title={text('returns.refused-title')}>
          <p>{errorText(refusal)}</p>
          {refusal.code === 'internal' && <p>{text('returns.refused-safe')}</p>}
        </ProblemNote>
      );
  }
}

type Details = ApiError['details'];

function Prices({ details, onTake }: { readonly details: Details; readonly onTake: () => void }) {
  const { text, format } = useApp();
  const lines = changedPrices(details);
  const total = changedTotal(details);
  return (
    <ProblemNote
      tone="warning"
      title={text('returns.price-title')}
      action={<Button onPress={onTake}>{text('returns.take-new-prices')}</Button>}
    >
      <ul>
        {lines.map(({ index, name, seenPrice, price }) => (
          <li key={index}>
            {text('returns.price-line', {
              name,
              before: format.money(seenPrice),
              after: format.money(price),
            })}
          </li>
        ))}
      </ul>
      {lines.length === 0 && total && (
        <p>
          {text('returns.price-total', {
            before: format.money(total.before),
            after: format.money(total.after),
          })}
        </p>
      )}
    </ProblemNote>
  );
}

type StockProps = {
  readonly details: Details;
  /** Absent where it cannot be sold all the same. */
  readonly onSellAnyway?: (productIds: readonly number[]) => void;
};

function Stock({ details, onSellAnyway }: StockProps) {
  const { text, format } = useApp();
  const { fresh } = useReturn().draft;
  const short = shortProducts(details);
  const unitOf = (productId: number) => fresh.lines.find((line) => line.productId === productId)?.unit;
  return (
    <ProblemNote
      tone={onSellAnyway ? 'warning' : 'danger'}
      title={text('returns.stock-title')}
      action={
        onSellAnyway && (
          <Button onPress={() => onSellAnyway(short.map((one) => one.productId))}>
            {text('returns.sell-anyway')}
          </Button>
        )
      }
    >
      <ul>
        {short.map(({ productId, name, wanted, available }) => (
          <li key={productId}>
            {text('returns.stock-line', {
              name,
              wanted: format.quantity(wanted, unitOf(productId)),
              available: format.quantity(available, unitOf(productId)),
            })}
          </li>
        ))}
      </ul>
    </ProblemNote>
  );
}

function Gone({ details, onRemoved }: { readonly details: Details; readonly onRemoved: () => void }) {
  const text = useText();
  const { draft, dispatch } = useReturn();
  const line = draft.fresh.lines[Number(details.index)];
  const remove = () => {
    if (line) dispatch({ type: 'fresh', action: { type: 'remove', lineId: line.id } });
    onRemoved();
  };
  return (
    <ProblemNote
      title={text('returns.gone-title', { name: String(details.name) })}
      action={<Button onPress={remove}>{text('returns.remove-it')}</Button>}
    />
  );
}
