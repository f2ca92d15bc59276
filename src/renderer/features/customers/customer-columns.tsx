import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './customer-columns.module.css';
import type { CustomerRow } from './use-customer-list.ts';

/** The columns of the directory, the least needed ones only where there is room. */
export function customerColumns(text: AppText, format: Format): readonly FittingColumn<CustomerRow>[] {
  return [...whoColumns(text), ...figureColumns(text, format)];
}

function whoColumns(text: AppText): readonly FittingColumn<CustomerRow>[] {
  return [
    {
      key: 'number',
      label: text('customers.number'),
      width: '5.5rem',
      fromWidth: 46,
      sortable: true,
      align: 'end',
      cell: ({ id }) => <span className={styles.number}>{id}</span>,
    },
    {
      key: 'name',
      label: text('customers.name'),
      width: 'minmax(9rem, 3fr)',
      sortable: true,
      cell: ({ name }) => (
        <span dir="auto" title={name} className={styles.name}>
          {name}
        </span>
      ),
    },
    {
      key: 'phone',
      label: text('customers.phone'),
      width: 'minmax(10.5rem, 1fr)',
      fromWidth: 38,
      cell: ({ phone }) => (
        <bdi dir="ltr" title={phone}>
          {phone}
        </bdi>
      ),
    },
  ];
}

function figureColumns(text: AppText, format: Format): readonly FittingColumn<CustomerRow>[] {
  return [
    {
      key: 'orders',
      label: text('customers.orders'),
      width: '6rem',
      fromWidth: 34,
      align: 'end',
      sortable: true,
      cell: ({ orders }) => format.number(orders),
    },
    {
      key: 'spent',
      label: text('customers.spent'),
      width: '8rem',
      align: 'end',
      sortable: true,
      cell: ({ spent }) => <MoneyText amount={spent} currencySign={false} />,
    },
    {
      key: 'owed',
      label: text('customers.owed'),
      width: '7rem',
      fromWidth: 24,
      align: 'end',
      sortable: true,
      cell: ({ owed }) =>
        owed === 0 ? null : (
          <span className={styles.owed}>
            <MoneyText amount={owed} currencySign={false} />
          </span>
        ),
    },
    {
      key: 'last',
      label: text('customers.last'),
      width: '8.5rem',
      fromWidth: 52,
      align: 'end',
      sortable: true,
      cell: ({ lastDate }) =>
        lastDate === null ? (
          <span className={styles.never}>{text('customers.never')}</span>
        ) : (
          <bdi>{format.dateShort(lastDate)}</bdi>
        ),
    },
  ];
}
