import { memo, useEffect, useRef } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { BackChoices } from './back-choices.tsx';
import { type BackLine, leftOf, type ReturnAction, type SoldLine } from './return-draft.ts';
import { lineProblem } from './return-figures.ts';
import styles from './sold-line-row.module.css';

type SoldLineRowProps = {
  readonly line: SoldLine;
  readonly back: BackLine | undefined;
  /** What is given back for it; null while nothing of it comes back. */
  readonly worth: Money | null;
  readonly active: boolean;
  readonly autoFocus: boolean;
  readonly dispatch: (action: ReturnAction) => void;
  readonly onCommit: () => void;
};

/** A sold line. Remembered, so that a scan into five hundred of them draws one. */
export const SoldLineRow = memo(function SoldLineRow(props: SoldLineRowProps) {
  const { line, back, active, dispatch } = props;
  const row = useRef<HTMLLIElement>(null);
  const isChosen = (back?.quantity ?? 0) > 0;
  const isGone = leftOf(line) === 0;
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      ref={row}
      className={styles.row}
      data-sold-line
      data-active={active || undefined}
      data-chosen={isChosen || undefined}
      data-gone={isGone || undefined}
      onFocus={() => dispatch({ type: 'activate', lineNo: line.lineNo })}
    >
      <div className={styles.main}>
        <button
          type="button"
          className={styles.words}
          tabIndex={-1}
          disabled={isGone}
          onClick={() => {
            if (!isChosen) dispatch({ type: 'count', line, up: true });
          }}
        >
          <Picture
            src={line.pictureId === null ? null : pictureUrl(line.pictureId)}
            name={line.name}
            size="small"
          />
          <span className={styles.text}>
            <span className={styles.name} title={line.name}>
              <bdi>{line.name}</bdi>
            </span>
            <LineDetail line={line} />
          </span>
        </button>
        <BackQuantity {...props} />
        <span className={styles.worth}>
          {props.worth !== null && <MoneyText amount={props.worth} currencySign={false} />}
        </span>
      </div>
      {back && isChosen && <BackChoices line={line} back={back} open={active} dispatch={dispatch} />}
    </li>
  );
});

/** How much was sold, came back, and is left, and what was paid for all of it. */
function LineDetail({ line }: { readonly line: SoldLine }) {
  const { text, format } = useApp();
  const { unit, sold, returned } = line;
  const left = leftOf(line);
  const written = (of: SoldLine['sold']) => format.quantity(of, unit);
  return (
    <span className={styles.detail}>
      <bdi>{text('returns.sold', { quantity: written(sold) })}</bdi>
      {returned > 0 && <bdi>{text('returns.came-back', { quantity: written(returned) })}</bdi>}
      {returned > 0 && (
        <bdi>
          {left === 0 ? text('returns.none-left') : text('returns.left', { quantity: written(left) })}
        </bdi>
      )}
      <MoneyText amount={line.total} currencySign={false} />
      {line.sku !== null && <bdi>{line.sku}</bdi>}
    </span>
  );
}

function BackQuantity({ line, back, autoFocus, dispatch, onCommit }: SoldLineRowProps) {
  const { text, format } = useApp();
  const left = leftOf(line);
  const measured = isMeasured(line.unit);
  const problem = lineProblem(line, back);
  return (
    <span className={styles.quantity}>
      <QuantityField
        label={text('returns.quantity-of', { name: line.name })}
        hideLabel
        decimal={measured}
        unit={measured ? text(`returns.unit-${line.unit}`) : undefined}
        most={left}
        disabled={left === 0}
        autoFocus={autoFocus && left > 0}
        value={back ? back.quantity : quantity(0)}
        error={
          problem === 'above-left'
            ? text('returns.above-left', { left: format.quantity(left, line.unit) })
            : undefined
        }
        onChange={(next) => dispatch({ type: 'set-quantity', lineNo: line.lineNo, quantity: next })}
        onCommit={onCommit}
      />
    </span>
  );
}
