import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './drift-table.module.css';
import type { StockCheck } from './self-check.tsx';
import { signedQuantity } from './signed-quantity.ts';

type Drift = StockCheck['drifts'][number];

/** Products whose stock says something else than the sum of their movements. */
export function DriftTable({ drifts }: { readonly drifts: readonly Drift[] }) {
  const { text, format } = useApp();
  const words = ({ unit }: Drift, onHand: Quantity, reserved: Quantity) =>
    reserved === 0
      ? format.quantity(onHand, unit)
      : text('stock.check-on-hand-reserved', {
          onHand: format.quantity(onHand, unit),
          reserved: format.quantity(reserved, unit),
        });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys
    <section className={styles.frame} aria-label={text('stock.check-drifted')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('stock.product')}</th>
            <th scope="col" className={styles.number}>
              {text('stock.check-stock-says')}
            </th>
            <th scope="col" className={styles.number}>
              {text('stock.check-ledger-says')}
            </th>
            <th scope="col" className={styles.number}>
              {text('stock.check-off-by')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drifts.map((drift) => (
            <tr key={drift.productId}>
              <th scope="row" className={styles.name}>
                <Link to={`/stock/products/${drift.productId}`}>
                  <bdi>{drift.name}</bdi>
                </Link>
              </th>
              <td className={styles.number}>
                <bdi>{words(drift, drift.onHand, drift.reserved)}</bdi>
              </td>
              <td className={styles.number}>
                <bdi>{words(drift, drift.ledgerOnHand, drift.ledgerReserved)}</bdi>
              </td>
              <td className={styles.number}>
                <bdi>{signedQuantity(offBy(drift), drift.unit, format)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How far what is on hand is off; where that agrees, how far what is reserved is. */
function offBy({ onHand, ledgerOnHand, reserved, ledgerReserved }: Drift): Quantity {
  return quantity(onHand === ledgerOnHand ? reserved - ledgerReserved : onHand - ledgerOnHand);
}
