import type { ReactNode } from 'react';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './product-facts.module.css';
import type { ProductInFull } from './product-words.ts';

/** Prices, codes and rules of a product; only those that it has. */
export function ProductFacts({ product }: { readonly product: ProductInFull }) {
  const { text, format } = useApp();
  const { timeZone, dayStartMinutes } = useShop();
  const { compareAtPrice, cost, sku, barcodes, unit, tracked, taxes } = product;
  const isParent = product.kind === 'parent';
  const rates = taxes.map(({ name, rate }) =>
    text('catalog.tax-component', { name, percent: format.percent(rate) }),
  );
  const facts: readonly (readonly [term: string, detail: ReactNode | null])[] = [
    [
      text('catalog.compare-at-price'),
      compareAtPrice !== null && <MoneyText amount={compareAtPrice} currencySign={false} />,
    ],
    [text('catalog.cost'), cost !== null && <MoneyText amount={cost} currencySign={false} />],
    [
      text('catalog.tax'),
      rates.length === 0
        ? product.taxClassName
        : text('catalog.tax-rates', { name: product.taxClassName, rates: format.list(rates) }),
    ],
    [text('catalog.sku'), sku !== null && <bdi>{sku}</bdi>],
    [
      text('catalog.barcodes', { count: Math.max(1, barcodes.length) }),
      barcodes.length > 0 && (
        <span className={styles.codes}>
          {barcodes.map((barcode) => (
            <bdi key={barcode}>{barcode}</bdi>
          ))}
        </span>
      ),
    ],
    [text('catalog.unit'), unit !== 'piece' && text(`catalog.unit-${unit}`)],
    [
      text('catalog.reorder-level'),
      tracked && !isParent && <bdi>{format.quantity(product.reorderLevel, unit)}</bdi>,
    ],
    [text('catalog.oversell'), tracked && text(`catalog.oversell-${product.oversell}`)],
    [text('catalog.stock'), !tracked && text('catalog.not-counted')],
    [text('catalog.since'), format.dateShort(businessDateOf(product.createdAt, timeZone, dayStartMinutes))],
  ];
  const items = facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
  return <DescriptionList items={items} />;
}
