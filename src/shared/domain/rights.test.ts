import { describe, expect, test } from 'vitest';
import { discountCeiling, type Role, rights, roleMay, roleRights, roles } from './rights.ts';

const above: readonly (readonly [Role, Role])[] = [
  ['owner', 'manager'],
  ['manager', 'cashier'],
  ['manager', 'viewer'],
];

describe('roles', () => {
  test.each(above)('%s may all that %s may, and more', (higher, lower) => {
    expect(roleRights[higher].isSupersetOf(roleRights[lower])).toBe(true);
    expect(roleRights[higher].size).toBeGreaterThan(roleRights[lower].size);
    expect(discountCeiling[higher]).toBeGreaterThanOrEqual(discountCeiling[lower]);
  });

  test('a customer shares no right with any staff', () => {
    for (const role of roles) {
      if (role !== 'customer') expect(roleRights[role].isDisjointFrom(roleRights.customer)).toBe(true);
    }
  });

  test('every right is somebody’s, is spelled once, and in kebab-case', () => {
    expect(new Set(rights).size).toBe(rights.length);
    for (const right of rights) {
      expect(right).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(roles.some((role) => roleMay(role, right))).toBe(true);
    }
  });

  test('a viewer changes nothing', () => {
    for (const right of roleRights.viewer) expect(right).toMatch(/^see-/);
  });

  test('a cashier sees no profit and changes no price, product or colleague', () => {
    for (const right of [
      'see-profit',
      'override-price',
      'edit-catalogue',
      'manage-staff',
      'cancel-shipped',
    ] as const) {
      expect(roleMay('cashier', right)).toBe(false);
    }
    expect(discountCeiling).toEqual({
      owner: 1_000_000,
      manager: 500_000,
      cashier: 100_000,
      viewer: 0,
      customer: 0,
    });
  });
});
