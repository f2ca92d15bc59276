import { percent, type Rate, wholeRate } from './rate.ts';

/** Everything that somebody may be allowed to do. Each call of the contract names the one it needs. */
export const rights = [
  'sell',
  'discount',
  'discount-any',
  'override-price',
  'oversell',
  'take-payment',
  'refund',
  'return-without-receipt',
  'edit-order',
  'advance-order',
  'cancel-order',
  'cancel-shipped',
  'undo-delivered',
  'open-drawer',
  'manage-shift',
  'see-orders',
  'see-products',
  'see-customers',
  'see-profit',
  'see-reports',
  'see-audit',
  'edit-catalogue',
  'receive-stock',
  'adjust-stock',
  'count-stock',
  'edit-customers',
  'reset-log-ins',
  'erase-customers',
  'import',
  'export',
  'backup',
  'restore',
  'manage-staff',
  'change-settings',
  'shop-for-self',
] as const;

/**
 * One thing that a role allows.
 *
 * `discount` goes up to the role's ceiling, `discount-any` beyond it. `oversell` passes a stock block.
 * `shop-for-self` is the customer's at the counter screen: browse, order, see and cancel one's own.
 */
export type Right = (typeof rights)[number];

/** Presets of rights. `customer` is whoever uses the counter screen: no staff right at all. */
export const roles = ['owner', 'manager', 'cashier', 'viewer', 'customer'] as const;

export type Role = (typeof roles)[number];

/** The roles that a person who works here can have. */
export type StaffRole = Exclude<Role, 'customer'>;

const cashier: readonly Right[] = [
  'sell',
  'discount',
  'take-payment',
  'refund',
  'edit-order',
  'advance-order',
  'cancel-order',
  'open-drawer',
  'manage-shift',
  'see-orders',
  'see-products',
  'see-customers',
  'edit-customers',
];

const viewer: readonly Right[] = [
  'see-orders',
  'see-products',
  'see-customers',
  'see-reports',
  'see-profit',
  'see-audit',
];

/** What only the owner may: money without limit, people, the shop's rules, and what cannot be undone. */
const ownersOwn: ReadonlySet<Right> = new Set<Right>([
  'discount-any',
  'erase-customers',
  'restore',
  'manage-staff',
  'change-settings',
]);

const staffRights = rights.filter((right) => right !== 'shop-for-self');

export const roleRights: Readonly<Record<Role, ReadonlySet<Right>>> = {
  owner: new Set(staffRights),
  manager: new Set(staffRights.filter((right) => !ownersOwn.has(right))),
  cashier: new Set(cashier),
  viewer: new Set(viewer),
  customer: new Set<Right>(['shop-for-self']),
};

/** How much of a price a role may take off with `discount`; more needs `discount-any` or an approval. */
export const discountCeiling: Readonly<Record<Role, Rate>> = {
  owner: wholeRate,
  manager: percent(50),
  cashier: percent(10),
  viewer: percent(0),
  customer: percent(0),
};

export function roleMay(role: Role, right: Right): boolean {
  return roleRights[role].has(right);
}
