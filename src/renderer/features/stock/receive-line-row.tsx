import { X } from 'lucide-react';
import { type Dispatch, memo } from 'react';
import { mostMoney } from '../../../shared/domain/money.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useApp } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { ProductCell } from './product-cell.tsx';
import { lineProblem, lineTotal, type ReceiveAction, type ReceiveLine } from './receive-draft.ts';
import styles from './receive-lines.module.css';

type ReceiveLineRowProps = {
  readonly line: ReceiveLine;
  readonly isJudged: boolean;
  /** It was put on the list, or counted up, last. */
  readonly isLast: boolean;
  readonly dispatch: Dispatch<ReceiveAction>;
  readonly onCommit: () => void;
};

/** One product that came in: how many, at what cost each, what that comes to. */
export const ReceiveLineRow = memo(function ReceiveLineRow(props: ReceiveLineRowProps) {
  const { line, isJudged, isLast, dispatch, onCommit } = props;
  const { text, format } = useApp();
  const { productId, name, unit, cost } = line;
  const measured = isMeasured(unit);
  const problem = isJudged ? lineProblem(line) : null;
  const total = lineTotal(line);
  const problemWords =
    problem === null
      ? undefined
      : text(problem === 'quantity-unfit' ? 'ui.quantity-whole' : `stock.${problem}`);
  return (
    <li className={styles.row} data-product={productId} data-last={isLast || undefined}>
      <span className={styles.product}>
        <ProductCell {...line} />
      </span>
      <span className={styles.quantity}>
        <QuantityField
          label={text('stock.quantity-of', { name })}
          hideLabel
          decimal={measured}
          unit={measured ? text(`catalog.sign-${unit}`) : undefined}
          value={line.quantity}
          onChange={(quantity) => dispatch({ type: 'counted', productId, quantity })}
          onCommit={onCommit}
          error={problemWords}
        />
      </span>
      <span className={styles['unit-cost']}>
        <MoneyField
          label={text('stock.unit-cost-of', { name })}
          hideLabel
          most={mostMoney}
          // The list outlives the screen: what is no cost must not become the cost of before.
          holdsBack
          value={line.unitCost}
          onChange={(unitCost) => dispatch({ type: 'priced', productId, unitCost })}
          onCommit={onCommit}
          placeholder={cost === null ? text('stock.as-before') : format.amount(cost)}
        />
      </span>
      <span className={styles['line-total']}>
        {total === null ? '–' : <MoneyText amount={total} currencySign={false} />}
      </span>
      <IconButton
        size="small"
        label={text('stock.remove-line', { name })}
        icon={<X />}
        onPress={() => dispatch({ type: 'removed', productId })}
      />
    </li>
  );
});
