import type { ReactNode } from 'react';
import type { ShopView } from '../../../shared/contract/setup.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import { CategoryCell } from './category-cell.tsx';
import { type ColumnKey, isShown } from './column-choice.ts';
import { PriceCell } from './price-cell.tsx';
import styles from './product-columns.module.css';
import { productName } from './product-words.ts';
import { StockBadge } from './stock-badge.tsx';
import type { ProductRow } from './use-product-list.ts';

type ColumnWords = {
  readonly text: AppText;
  readonly format: Format;
  readonly shop: Pick<ShopView, 'timeZone' | 'dayStartMinutes'>;
};

/** The columns of the product list, the least needed ones only where there is room. */
export function productColumns(
  { text, format, shop }: ColumnWords,
  withCost: boolean,
  chosen: ReadonlySet<ColumnKey>,
): readonly FittingColumn<ProductRow>[] {
  const columns: readonly FittingColumn<ProductRow>[] = [
    {
      key: 'product',
      label: text('catalog.product'),
      width: 'minmax(11rem, 1fr)',
      sortable: true,
      cell: (row) => <ProductCell row={row} name={productName(row, text)} />,
    },
    ...codeColumns(text),
    {
      key: 'category',
      label: text('catalog.category'),
      width: 'minmax(8rem, 11rem)',
      fromWidth: 56,
      sortable: true,
      cell: (row) => <CategoryCell row={row} />,
    },
    {
      key: 'tax-class',
      label: text('catalog.tax-class'),
      width: '8rem',
      fromWidth: 60,
      cell: (row) => <span title={row.taxClassName}>{row.taxClassName}</span>,
    },
    ...priceColumns(text, withCost),
    ...stockColumns(text, format),
    {
      key: 'created',
      label: text('catalog.created'),
      width: '7rem',
      fromWidth: 60,
      sortable: true,
      cell: (row) => format.dateShort(businessDateOf(row.createdAt, shop.timeZone, shop.dayStartMinutes)),
    },
  ];
  return columns.filter(({ key }) => isShown(chosen, key));
}

function codeColumns(text: AppText): readonly FittingColumn<ProductRow>[] {
  return [
    {
      key: 'sku',
      label: text('catalog.sku'),
      width: '7rem',
      fromWidth: 48,
      sortable: true,
      cell: (row) => <bdi title={row.sku ?? undefined}>{row.sku}</bdi>,
    },
    {
      key: 'barcodes',
      label: text('catalog.barcode-column'),
      width: '9rem',
      fromWidth: 64,
      cell: (row) => <bdi title={row.barcodes.join(', ')}>{row.barcodes.join(', ')}</bdi>,
    },
  ];
}

function priceColumns(text: AppText, withCost: boolean): readonly FittingColumn<ProductRow>[] {
  const price: FittingColumn<ProductRow> = {
    key: 'price',
    label: text('catalog.price'),
    width: '7.5rem',
    align: 'end',
    sortable: true,
    cell: (row) => <PriceCell row={row} />,
  };
  const cost: FittingColumn<ProductRow> = {
    key: 'cost',
    label: text('catalog.cost'),
    width: '5rem',
    align: 'end',
    fromWidth: 67,
    cell: (row) => row.cost !== null && <MoneyText amount={row.cost} currencySign={false} />,
  };
  return withCost ? [price, cost] : [price];
}

function stockColumns(text: AppText, format: Format): readonly FittingColumn<ProductRow>[] {
  const stock = (row: ProductRow, amount: Quantity) => {
    if (!row.tracked) return <span className={styles.muted}>–</span>;
    const figure = <bdi>{format.quantity(amount, row.unit)}</bdi>;
    return row.kind === 'parent' ? figure : <StockLink productId={row.id}>{figure}</StockLink>;
  };
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
      sortable: true,
      cell: (row) => (
        <span className={styles.available}>
          <StockBadge product={row} />
          <span className={styles.figure}>{stock(row, row.available)}</span>
        </span>
      ),
    },
  ];
}

type StockLinkProps = { readonly productId: number; readonly children: ReactNode };

/** To the product's stock and its ledger; a press on it opens no panel. */
function StockLink({ productId, children }: StockLinkProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the link's own press from the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link is pressed by keyboard as any
    <span onClick={(event) => event.stopPropagation()}>
      <Link to={`/stock/products/${productId}`} className={styles.stock}>
        {children}
      </Link>
    </span>
  );
}

function ProductCell({ row, name }: { readonly row: ProductRow; readonly name: string }) {
  return (
    <span className={styles.product} title={name}>
      <Picture
        src={row.pictureId === null ? null : pictureUrl(row.pictureId)}
        name={row.name}
        category={String(row.colour)}
        size="small"
      />
      <span dir="auto" className={styles.name}>
        {name}
      </span>
    </span>
  );
}
