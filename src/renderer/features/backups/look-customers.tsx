import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useLookPages } from '../../bridge/look-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { LookList, type OpenLook } from './look-list.tsx';

type Row = Output<'customers.search'>['items'][number];

/** Customers of the shop as it was. */
export function LookCustomers({ look }: { readonly look: OpenLook }) {
  const { text, format } = useApp();
  const [typed, setTyped] = useState('');
  const pages = useLookPages(look.token, 'customers.search', { text: typed, limit: 100 });
  const columns = useMemo(() => customerColumns(text, format), [text, format]);
  return (
    <LookList<Row>
      part="customers"
      typed={typed}
      onType={setTyped}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => String(id)}
      rowName={({ name }) => name}
    />
  );
}

function customerColumns(text: AppText, format: Format): readonly FittingColumn<Row>[] {
  return [
    {
      key: 'name',
      label: text('backups.look-name'),
      width: 'minmax(10rem, 2fr)',
      cell: ({ name }) => name,
    },
    {
      key: 'phone',
      label: text('backups.look-phone'),
      width: 'minmax(8rem, 1fr)',
      cell: ({ phone }) => phone,
    },
    {
      key: 'email',
      label: text('backups.look-email'),
      width: 'minmax(10rem, 2fr)',
      fromWidth: 44,
      cell: ({ email }) => email,
    },
    {
      key: 'orders',
      label: text('backups.look-bought'),
      width: '6rem',
      align: 'end',
      cell: ({ orderCount }) => format.number(orderCount),
    },
  ];
}
