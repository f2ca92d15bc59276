import { shortProducts } from '../../bridge/refused-lines.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useSell } from './sell-context.ts';

type RefusedStockProps = {
  readonly details: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
  /** Absent where it cannot be sold all the same. */
  readonly onSellAnyway?: (productIds: readonly number[]) => void;
};

/** What there is too little of; where the shop only warns, it can be sold all the same. */
export function RefusedStock({ details, onClose, onSellAnyway }: RefusedStockProps) {
  const text = useText();
  const format = useFormat();
  const { lines } = useSell().state.cart;
  const short = shortProducts(details);
  const action = onSellAnyway ? (
    <Button onPress={() => onSellAnyway(short.map((one) => one.productId))}>
      {text('sell.sell-anyway')}
    </Button>
  ) : (
    <Button onPress={onClose}>{text('sell.back-to-cart')}</Button>
  );
  return (
    <ProblemNote
      tone={onSellAnyway ? 'warning' : 'danger'}
      title={text('sell.refused-stock-title')}
      action={action}
    >
      <ul>
        {short.map((one) => {
          const unit = lines[one.index]?.unit;
          return (
            <li key={one.productId}>
              {text('sell.refused-stock-line', {
                name: one.name,
                wanted: format.quantity(one.wanted, unit),
                available: format.quantity(one.available, unit),
              })}
            </li>
          );
        })}
      </ul>
      {!onSellAnyway && <p>{text('sell.refused-block-help')}</p>}
    </ProblemNote>
  );
}
