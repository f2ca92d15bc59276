import { changedPrices, changedTotal } from '../../bridge/refused-lines.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

type RefusedPricesProps = {
  readonly details: Readonly<Record<string, unknown>>;
  readonly onTake: () => void;
};

/** Which prices main has now, and the one press that takes them. */
export function RefusedPrices({ details, onTake }: RefusedPricesProps) {
  const text = useText();
  const format = useFormat();
  const lines = changedPrices(details);
  const total = changedTotal(details);
  return (
    <ProblemNote
      tone="warning"
      title={text('sell.refused-price-title')}
      action={<Button onPress={onTake}>{text('sell.take-new-prices')}</Button>}
    >
      <ul>
        {lines.map((line) => (
          <li key={line.index}>
            {text('sell.refused-price-line', {
              name: line.name,
              before: format.money(line.seenPrice),
              after: format.money(line.price),
            })}
          </li>
        ))}
      </ul>
      {lines.length === 0 && total && (
        <p>
          {text('sell.refused-total', {
            before: format.money(total.before),
            after: format.money(total.after),
          })}
        </p>
      )}
    </ProblemNote>
  );
}
