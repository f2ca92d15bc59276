import type { Right } from './rights.ts';

/** A right that somebody who works here can have. */
export type StaffRight = Exclude<Right, 'shop-for-self'>;

export type RightGroup = 'till' | 'orders' | 'stock' | 'customers' | 'figures' | 'shop';

/** The rights as people think of them: by where in the shop they are used. Every staff right is in one group. */
export const rightGroups: readonly { readonly key: RightGroup; readonly rights: readonly StaffRight[] }[] = [
  {
    key: 'till',
    rights: [
      'sell',
      'take-payment',
      'discount',
      'discount-any',
      'override-price',
      'oversell',
      'open-drawer',
      'manage-shift',
    ],
  },
  {
    key: 'orders',
    rights: [
      'see-orders',
      'edit-order',
      'advance-order',
      'cancel-order',
      'cancel-shipped',
      'undo-delivered',
      'refund',
      'return-without-receipt',
    ],
  },
  {
    key: 'stock',
    rights: ['see-products', 'edit-catalogue', 'receive-stock', 'adjust-stock', 'count-stock', 'import'],
  },
  { key: 'customers', rights: ['see-customers', 'edit-customers', 'reset-log-ins', 'erase-customers'] },
  { key: 'figures', rights: ['see-reports', 'see-profit', 'see-audit', 'export'] },
  { key: 'shop', rights: ['manage-staff', 'change-settings', 'backup', 'restore'] },
];
