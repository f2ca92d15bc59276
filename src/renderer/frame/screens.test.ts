import { describe, expect, it } from 'vitest';
import { roleRights } from '../../shared/domain/rights.ts';
import { homeOf, screenOf, screens } from './screens.tsx';

describe('screens', () => {
  it('finds the screen of a path, its details included', () => {
    expect(screenOf('/orders')?.key).toBe('orders');
    expect(screenOf('/orders/1042')?.key).toBe('orders');
    expect(screenOf('/ordersx')).toBeNull();
    expect(screenOf('/')).toBeNull();
  });

  it('begins at the till for whoever sells, else at what they may see', () => {
    expect(homeOf([...roleRights.cashier]).key).toBe('sell');
    expect(homeOf([...roleRights.viewer]).key).toBe('orders');
    expect(homeOf([]).key).toBe('settings');
  });

  it('gives each screen of the rail a key of its own', () => {
    const keys = screens.flatMap((screen) => (screen.rail ? [screen.rail.keys] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
