import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import styles from './customer-columns.module.css';
import type { CustomerRow } from './use-customer-list.ts';

/** The columns of the directory, the least needed ones only where there is room. */
export function customerColumns(text: AppText, format: Format): readonly FittingColumn<CustomerRow>[] {
  return [
    {
      key: 'name',
      label: text('customers.name'),
      width: 'minmax(9rem, 3fr)',
      cell: ({ name }) => <Typed className={styles.name}>{name}</Typed>,
    },
    {
      key: 'phone',
      label: text('customers.phone'),
      width: '10rem',
      fromWidth: 28,
      cell: ({ phone }) => (
        <bdi dir="ltr" title={phone}>
          {phone}
        </bdi>
      ),
    },
    {
      key: 'email',
      label: text('customers.email'),
      width: 'minmax(9rem, 3fr)',
      fromWidth: 52,
      cell: ({ email }) => (
        <bdi dir="ltr" title={email}>
          {email}
        </bdi>
      ),
    },
    {
      key: 'address',
      label: text('customers.address'),
      width: 'minmax(9rem, 4fr)',
      fromWidth: 66,
      cell: ({ address }) => <Typed>{address.replace(/\s+/gu, ' ')}</Typed>,
    },
    {
      key: 'orders',
      label: text('customers.orders'),
      width: '5.5rem',
      align: 'end',
      cell: ({ orderCount }) => format.number(orderCount),
    },
  ];
}

function Typed({
  children,
  className,
}: {
  readonly children: string;
  readonly className?: string | undefined;
}) {
  return (
    <span dir="auto" title={children} className={className}>
      {children}
    </span>
  );
}
