import { ClipboardList } from 'lucide-react';
import type { Output } from '../../../shared/contract/index.ts';
import type { FoundCustomer, FoundOrder, FoundProduct } from '../../../shared/contract/palette.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Picture } from '../../ui/picture.tsx';
import { navigate } from '../../ui/router.ts';
import { StatusPill } from '../../ui/status-pill.tsx';
import type { PaletteItem } from './palette-item.ts';
import { folded } from './rank.ts';

/** How well a number fits its order, and a code its product: better than any words. */
const fitOfNumber = 200;
const fitOfCode = 190;

/** Whether what was typed or scanned is the very number or code of it. */
export function isExact({ fit = 0 }: PaletteItem): boolean {
  return fit >= fitOfCode;
}

type Words = { readonly text: AppText; readonly format: Format };

/** What main found, as rows: a number's order before all else, then the product of a code. */
export function foundItems(
  found: Output<'palette.find'>,
  typed: string,
  words: Words,
): readonly PaletteItem[] {
  const begins = (label: string) => folded(label).startsWith(folded(typed));
  return [
    ...found.orders.map((order) => orderItem(order, fitOfNumber, words)),
    ...found.products.map((product) => {
      const fit = product.id === found.codeOf ? fitOfCode : begins(product.name) ? 70 : 55;
      return productItem(product, fit, words);
    }),
    ...found.customers.map((customer) => {
      const isNumber = folded(typed).replace('#', '') === String(customer.id);
      return customerItem(customer, isNumber ? 65 : begins(customer.name) ? 70 : 54);
    }),
  ];
}

/** What was opened before, as rows that stand in the list only where they are remembered. */
export function recalledItems(recalled: Output<'palette.recall'>, words: Words): readonly PaletteItem[] {
  return [
    ...recalled.orders.map((order) => orderItem(order, 0, words)),
    ...recalled.products.map((product) => productItem(product, 0, words)),
    ...recalled.customers.map((customer) => customerItem(customer, 0)),
  ];
}

function orderItem(order: FoundOrder, fit: number, { text, format }: Words): PaletteItem {
  const { id, status, customerName, placedOn, total } = order;
  const detail = [customerName ?? text('palette.walk-in'), format.dateShort(placedOn), format.money(total)];
  return {
    ...{ key: `order ${id}`, group: 'orders', fit, lead: <ClipboardList /> },
    ...{ label: text('palette.order', { number: String(id) }), detail },
    ...{ aside: <StatusPill status={status} />, run: () => navigate(`/orders/${id}`) },
  };
}

function productItem(product: FoundProduct, fit: number, { text, format }: Words): PaletteItem {
  const { id, kind, name, variantLabel, sku, colour, pictureId, price, highestPrice, unit } = product;
  const written = format.money(price);
  const perUnit = isMeasured(unit)
    ? text('catalog.price-per-unit', { price: written, unit: text(`catalog.sign-${unit}`) })
    : written;
  const details = [
    ...(variantLabel === null ? [] : [variantLabel]),
    ...(kind === 'parent' ? [text('palette.variants', { count: product.variantCount })] : []),
    ...(sku === null ? [] : [sku]),
  ];
  const src = pictureId === null ? null : pictureUrl(pictureId);
  return {
    ...{ key: `product ${id}`, group: 'products', label: name, detail: details, fit },
    lead: <Picture src={src} name={name} category={String(colour)} size="small" />,
    aside: highestPrice > price ? text('palette.price-from', { price: perUnit }) : perUnit,
    run: () => navigate('/products', { query: { product: String(id) } }),
  };
}

function customerItem({ id, name, phone, address }: FoundCustomer, fit: number): PaletteItem {
  const details = [phone, address.replace(/\s+/gu, ' ')].filter((one) => one !== '');
  return {
    ...{ key: `customer ${id}`, group: 'customers', label: name, detail: details, fit },
    ...{ lead: <Avatar name={name} size="small" /> },
    run: () => navigate('/customers', { query: { customer: String(id) } }),
  };
}
