import { describe, expect, it } from 'vitest';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import { type Category, inheritedOversell } from './oversell-origin.ts';

const category = (id: number, parentId: number | null, oversell: OversellPolicy | null): Category => ({
  id,
  parentId,
  name: `C${id}`,
  colour: 0,
  oversell,
  productCount: 1,
});

describe('inheritedOversell', () => {
  const categories = [category(1, null, 'block'), category(2, 1, null), category(3, null, null)];

  it('is what the category says, or the nearest above it', () => {
    expect(inheritedOversell(1, categories, 'warn')).toEqual({
      by: 'category',
      policy: 'block',
      category: 'C1',
    });
    expect(inheritedOversell(2, categories, 'warn')).toEqual({
      by: 'category',
      policy: 'block',
      category: 'C1',
    });
  });

  it('is what the shop says where no category says anything', () => {
    const shop = { by: 'shop', policy: 'warn' };
    expect(inheritedOversell(3, categories, 'warn')).toEqual(shop);
    expect(inheritedOversell(null, categories, 'warn')).toEqual(shop);
    expect(inheritedOversell(9, categories, 'warn')).toEqual(shop);
    expect(inheritedOversell(4, [category(4, 5, null), category(5, 4, null)], 'warn')).toEqual(shop);
  });
});
