import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './cancel-lines.module.css';

type CancelLinesProps = {
  readonly order: OrderDetail;
  readonly lineNos: ReadonlySet<number>;
  readonly onChange: (lineNos: ReadonlySet<number>) => void;
  readonly error: string | undefined;
};

/** Which lines of an order go. */
export function CancelLines({ order, lineNos, onChange, error }: CancelLinesProps) {
  const { text, format } = useApp();
  const toggle = (lineNo: number, isChosen: boolean) => {
    const next = new Set(lineNos);
    if (isChosen) next.add(lineNo);
    else next.delete(lineNo);
    onChange(next);
  };
  return (
    <fieldset className={styles.lines}>
      <legend className={styles.legend}>{text('orders.which-lines')}</legend>
      <ul className={styles.list}>
        {order.lines.map((line) => (
          <li key={line.lineNo} className={styles.line}>
            <Checkbox
              checked={lineNos.has(line.lineNo)}
              onChange={(isChosen) => toggle(line.lineNo, isChosen)}
            >
              <bdi>
                {text('orders.quantity-of', {
                  quantity: format.quantity(line.quantity, line.unit),
                  name: line.name,
                })}
              </bdi>
            </Checkbox>
            <MoneyText amount={line.total} currencySign={false} />
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
