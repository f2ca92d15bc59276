import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './favourites.module.css';

type Favourite = CustomerDetail['favourites'][number];

/** What a customer buys most. */
export function Favourites({ favourites }: { readonly favourites: readonly Favourite[] }) {
  const { text } = useApp();
  return (
    <Card title={text('customers.favourites')}>
      {favourites.length === 0 ? (
        <p className={styles.none}>{text('customers.favourites-none')}</p>
      ) : (
        <ol className={styles.list}>
          {favourites.map((one) => (
            <Row key={`${one.productId ?? one.name} ${one.unit}`} favourite={one} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Row({ favourite }: { readonly favourite: Favourite }) {
  const { text, format } = useApp();
  const maySee = useMay('see-products');
  const { productId, name, quantity, unit, orders } = favourite;
  const shown = <bdi>{name}</bdi>;
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {maySee && productId !== null ? (
          <Link to="/products" query={{ product: String(productId) }}>
            {shown}
          </Link>
        ) : (
          shown
        )}
      </span>
      <span className={styles.amount}>
        <bdi>{format.quantity(quantity, unit)}</bdi>
        <span className={styles.orders}>{text('customers.favourite-orders', { count: orders })}</span>
      </span>
    </li>
  );
}
