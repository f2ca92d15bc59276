import { CornerDownRight } from 'lucide-react';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Badge, type Tone } from '../../ui/status-pill.tsx';
import styles from './outcome-columns.module.css';
import type { PreviewRow, RowAction } from './preview-rows.ts';
import { changeWords, rowName } from './row-words.ts';

export const actionTones: Readonly<Record<RowAction, Tone>> = {
  create: 'positive',
  change: 'info',
  leave: 'neutral',
  refuse: 'danger',
};

/** The columns of the list of outcomes, the least needed ones only where there is room. */
export function outcomeColumns(
  text: AppText,
  format: Format,
  withChanges: boolean,
): readonly FittingColumn<PreviewRow>[] {
  return [
    ...plainColumns(text, format),
    ...(withChanges
      ? [
          {
            key: 'changes',
            label: text('import-screen.changes'),
            width: 'minmax(10rem, 3fr)',
            fromWidth: 46,
            cell: (row: PreviewRow) => <ChangesCell row={row} text={text} />,
          },
        ]
      : []),
  ];
}

function plainColumns(text: AppText, format: Format): readonly FittingColumn<PreviewRow>[] {
  return [
    {
      key: 'what',
      label: text('import-screen.what'),
      width: '7.5rem',
      // A parent is not sold: what happens to it is what happens to its variants.
      cell: ({ action, kind }) =>
        (kind !== 'parent' || action === 'change') && (
          <Badge tone={actionTones[action]}>{text(`import-screen.action-${action}`)}</Badge>
        ),
    },
    {
      key: 'product',
      label: text('import-screen.product'),
      width: 'minmax(11rem, 3fr)',
      cell: (row) => <ProductCell row={row} name={rowName(text, row)} />,
    },
    {
      key: 'sku',
      label: text('import-screen.sku'),
      width: 'minmax(6rem, 1.5fr)',
      fromWidth: 56,
      cell: ({ sku }) => <bdi title={sku ?? undefined}>{sku}</bdi>,
    },
    {
      key: 'category',
      label: text('import-screen.category'),
      width: 'minmax(7rem, 2fr)',
      fromWidth: 70,
      cell: ({ category }) => (
        <bdi title={category ?? undefined} className={styles.muted}>
          {category}
        </bdi>
      ),
    },
    {
      key: 'price',
      label: text('import-screen.price'),
      width: '7rem',
      align: 'end',
      cell: ({ price, kind }) => kind !== 'parent' && price !== null && <bdi>{format.money(price)}</bdi>,
    },
    {
      key: 'stock',
      label: text('import-screen.stock'),
      width: '5.5rem',
      align: 'end',
      fromWidth: 36,
      cell: ({ stock }) => stock !== null && <bdi>{format.quantity(stock)}</bdi>,
    },
  ];
}

function ProductCell({ row, name }: { readonly row: PreviewRow; readonly name: string }) {
  if (row.kind !== 'variant') {
    return (
      <span
        dir="auto"
        title={name}
        className={joinClasses(styles.cut, row.kind === 'parent' && styles.parent)}
      >
        {row.name}
      </span>
    );
  }
  return (
    <span className={styles.variant} title={name}>
      <CornerDownRight aria-hidden="true" />
      <span dir="auto" className={styles.label}>
        {row.variantLabel ?? row.name}
      </span>
    </span>
  );
}

function ChangesCell({ row, text }: { readonly row: PreviewRow; readonly text: AppText }) {
  if (row.isKept) return <span className={styles.muted}>{text('import-screen.not-changed-now')}</span>;
  const words = changeWords(text, row.changes);
  return (
    <span title={words} className={styles.cut}>
      {words}
    </span>
  );
}
