import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import { CategoryName } from './category-name.tsx';
import styles from './product-columns.module.css';
import { priceWords, productName } from './product-words.ts';
import { StockBadge } from './stock-badge.tsx';
import type { ProductRow } from './use-product-list.ts';

/** The columns of the product list, the least needed ones only where there is room. */
export function productColumns(
  text: AppText,
  format: Format,
  withCost: boolean,
): readonly FittingColumn<ProductRow>[] {
  return [
    {
      key: 'product',
      label: text('catalog.product'),
      width: 'minmax(11rem, 1fr)',
      cell: (row) => <ProductCell row={row} name={productName(row, text)} />,
    },
    {
      key: 'sku',
      label: text('catalog.sku'),
      width: '7rem',
      fromWidth: 48,
      cell: (row) => <bdi title={row.sku ?? undefined}>{row.sku}</bdi>,
    },
    {
      key: 'category',
      label: text('catalog.category'),
      width: 'minmax(8rem, 11rem)',
      fromWidth: 56,
      cell: (row) =>
        row.categoryName !== null && <CategoryName name={row.categoryName} colour={row.colour} />,
    },
    {
      key: 'price',
      label: text('catalog.price'),
      width: '7.5rem',
      align: 'end',
      cell: (row) => <bdi>{priceWords(row, text, format)}</bdi>,
    },
    ...(withCost
      ? [
          {
            key: 'cost',
            label: text('catalog.cost'),
            width: '5rem',
            align: 'end' as const,
            fromWidth: 67,
            cell: (row: ProductRow) =>
              row.cost !== null && <MoneyText amount={row.cost} currencySign={false} />,
          },
        ]
      : []),
    ...stockColumns(text, format),
  ];
}

function stockColumns(text: AppText, format: Format): readonly FittingColumn<ProductRow>[] {
  const stock = (row: ProductRow, amount: Quantity) =>
    row.tracked ? <bdi>{format.quantity(amount, row.unit)}</bdi> : <span className={styles.muted}>–</span>;
  return [
    {
      key: 'on-hand',
      label: text('catalog.on-hand'),
      width: '5.5rem',
      align: 'end',
      fromWidth: 42,
      cell: (row) => stock(row, row.onHand),
    },
    {
      key: 'reserved',
      label: text('catalog.reserved'),
      width: '5.5rem',
      align: 'end',
      fromWidth: 60,
      cell: (row) => (
        <span className={row.reserved === 0 ? styles.muted : undefined}>{stock(row, row.reserved)}</span>
      ),
    },
    {
      key: 'available',
      label: text('catalog.available'),
      width: '9.25rem',
      align: 'end',
      fromWidth: 29,
      cell: (row) => (
        <span className={styles.available}>
          <StockBadge product={row} />
          <span className={styles.figure}>{stock(row, row.available)}</span>
        </span>
      ),
    },
  ];
}

function ProductCell({ row, name }: { readonly row: ProductRow; readonly name: string }) {
  const isVariant = row.kind === 'variant';
  return (
    <span className={joinClasses(styles.product, isVariant && styles.variant)} title={name}>
      <Picture
        src={row.pictureId === null ? null : pictureUrl(row.pictureId)}
        name={row.name}
        category={String(row.colour)}
        size="small"
      />
      <span dir="auto" className={styles.name}>
        {isVariant ? (row.variantLabel ?? row.name) : row.name}
      </span>
    </span>
  );
}
