import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useLookPages } from '../../bridge/look-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { factMoney } from './backup-words.ts';
import { LookList, type OpenLook } from './look-list.tsx';

type Row = Output<'catalog.list'>['items'][number];

/** Products of the shop as it was, with what was in stock then. */
export function LookProducts({ look }: { readonly look: OpenLook }) {
  const { text, format } = useApp();
  const [typed, setTyped] = useState('');
  const pages = useLookPages(look.token, 'catalog.list', {
    ...{ text: typed, categoryId: null, stock: 'all', limit: 100 },
  });
  const columns = useMemo(() => productColumns(look, text, format), [look, text, format]);
  return (
    <LookList<Row>
      part="products"
      typed={typed}
      onType={setTyped}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => String(id)}
      rowName={({ name }) => name}
    />
  );
}

function productColumns({ facts }: OpenLook, text: AppText, format: Format): readonly FittingColumn<Row>[] {
  return [
    {
      key: 'name',
      label: text('backups.look-name'),
      width: 'minmax(10rem, 3fr)',
      cell: ({ name, variantLabel }) => (variantLabel === null ? name : `${name}, ${variantLabel}`),
    },
    {
      key: 'sku',
      label: text('backups.look-sku'),
      width: 'minmax(7rem, 1fr)',
      fromWidth: 36,
      cell: ({ sku }) => sku,
    },
    {
      key: 'stock',
      label: text('backups.look-stock'),
      width: '8rem',
      align: 'end',
      cell: ({ tracked, onHand }) => (tracked ? format.quantity(onHand) : null),
    },
    {
      key: 'price',
      label: text('backups.look-price'),
      width: 'minmax(7rem, 1fr)',
      align: 'end',
      cell: ({ price }) => factMoney(facts, price, format),
    },
  ];
}
