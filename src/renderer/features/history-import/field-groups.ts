import type { HistoryField, HistorySlot } from '../../../shared/contract/history-choices.ts';

export type FieldGroup = {
  readonly key: 'order' | 'goods' | 'money' | 'more' | 'once' | 'back' | 'buyer' | 'payments' | 'customers';
  readonly fields: readonly HistoryField[];
  /** Few files have them: folded away until one is filled. */
  readonly isRare?: boolean;
};

/** Fields of each kind of file in the order in which a person looks for them. */
export const fieldGroups: Readonly<Record<HistorySlot, readonly FieldGroup[]>> = {
  sales: [
    { key: 'order', fields: ['date', 'time', 'number', 'status', 'tender'] },
    { key: 'goods', fields: ['name', 'sku', 'variant', 'quantity'] },
    { key: 'money', fields: ['price', 'total', 'discount', 'tax', 'taxRate'] },
    { key: 'more', fields: ['gross', 'net', 'cost', 'lineCost'], isRare: true },
    {
      key: 'once',
      fields: ['orderTotal', 'orderTax', 'orderDiscount', 'shipping', 'tip'],
      isRare: true,
    },
    { key: 'back', fields: ['kind', 'returnOf', 'refunded', 'cancelled'], isRare: true },
    { key: 'buyer', fields: ['customer', 'customerName', 'customerEmail'] },
  ],
  payments: [{ key: 'payments', fields: ['number', 'amount', 'tender'] }],
  customers: [
    { key: 'customers', fields: ['customer', 'name', 'firstName', 'lastName', 'email', 'phone', 'address'] },
  ],
};
