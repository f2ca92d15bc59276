import type { Role } from './model-shop.ts';

/** The table of rights, written down once more as far as the model's commands ask for it. */
const cashier = [
  'sell',
  'take-payment',
  'refund',
  'edit-order',
  'advance-order',
  'cancel-order',
  'see-orders',
];
const manager = [
  ...cashier,
  'cancel-shipped',
  'undo-delivered',
  'return-without-receipt',
  'receive-stock',
  'adjust-stock',
  'count-stock',
  'oversell',
  'override-price',
  'edit-catalogue',
];
const owner = [...manager, 'change-settings', 'discount-any'];

const rights: Readonly<Record<Role, readonly string[]>> = {
  owner,
  system: owner,
  manager,
  cashier,
  viewer: ['see-orders'],
  nobody: [],
};

/** Whether a role has a right. */
export function may(role: Role, right: string): boolean {
  return rights[role].includes(right);
}

/** The most that a role may take off a price, in parts per million. */
const ceilings: Readonly<Record<Role, number>> = {
  owner: 1_000_000,
  system: 1_000_000,
  manager: 500_000,
  cashier: 100_000,
  viewer: 0,
  nobody: 0,
};

/** The least share, in parts per million, that takes so much off so much: what rounding adds does not count. */
export function shareTaken(base: number, taken: number): number {
  if (base === 0 || taken === 0) return 0;
  const whole = 2n * BigInt(base);
  return Number(((2n * BigInt(taken) - 1n) * 1_000_000n + whole - 1n) / whole);
}

/** Whether a role may not give such a share, where somebody gave `before` already. */
export function isAboveShare(role: Role, share: number, before = 0): boolean {
  return !may(role, 'discount-any') && share > Math.max(ceilings[role], before);
}
