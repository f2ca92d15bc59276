import { RotateCcw, Trash2 } from 'lucide-react';
import type { Money } from '../../../shared/domain/money.ts';
import { type Quantity, quantity as thousandths } from '../../../shared/domain/quantity.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useApp } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { isOrderable } from './edit-figures.ts';
import styles from './edit-lines.module.css';

type EditLineProps = {
  readonly line: {
    readonly name: string;
    readonly unit: Unit;
    readonly unitPrice: Money;
    readonly pictureId: number | null;
  };
  readonly quantity: Quantity | null;
  /** How many were ordered before; null for a line that was added. */
  readonly placed: Quantity | null;
  readonly isRemoved: boolean;
  readonly total: Money | null;
  readonly onType: (quantity: Quantity | null) => void;
  readonly onRemove: () => void;
  readonly onPutBack?: () => void;
};

/** A hundred thousand pieces of one thing is a slip of the scanner into this field. */
const mostQuantity = thousandths(99_999_999);

/** One line: how many of what, what it comes to, and gone with one press. */
export function EditLine(props: EditLineProps) {
  const { text, format } = useApp();
  const { line, quantity, isRemoved, total, onPutBack } = props;
  const { name, unit } = line;
  const measured = isMeasured(unit);
  return (
    <li className={styles.line} data-removed={isRemoved || undefined}>
      <Picture src={line.pictureId === null ? null : pictureUrl(line.pictureId)} name={name} size="small" />
      <div className={styles.words}>
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.detail}>
          <bdi>{format.amount(line.unitPrice)}</bdi>
          <LineMark {...props} />
        </span>
      </div>
      <div className={styles.tail}>
        {!isRemoved && (
          <div className={styles.quantity}>
            <QuantityField
              label={text('orders.quantity-label', { name })}
              hideLabel
              decimal={measured}
              unit={measured ? text(`sell.unit-${unit}`) : undefined}
              most={mostQuantity}
              value={quantity}
              onChange={props.onType}
              error={isOrderable(quantity, unit) ? undefined : text('orders.quantity-missing')}
            />
          </div>
        )}
        <span className={styles.total}>
          {isRemoved || total === null ? '–' : <MoneyText amount={total} currencySign={false} />}
        </span>
        {isRemoved && onPutBack ? (
          <IconButton
            label={text('orders.line-put-back', { name })}
            icon={<RotateCcw />}
            onPress={onPutBack}
          />
        ) : (
          <IconButton
            label={text('orders.line-remove', { name })}
            icon={<Trash2 />}
            onPress={props.onRemove}
          />
        )}
      </div>
    </li>
  );
}

/** What became of the line: added, removed, or how many there were. */
function LineMark({ line, quantity, placed, isRemoved }: EditLineProps) {
  const { text, format } = useApp();
  if (placed === null) return <Badge tone="positive">{text('orders.line-added')}</Badge>;
  if (isRemoved) return <Badge tone="danger">{text('orders.line-removed')}</Badge>;
  if (quantity === placed) return null;
  return (
    <Badge tone="warning">{text('orders.line-was', { quantity: format.quantity(placed, line.unit) })}</Badge>
  );
}
