import { describe, expect, it } from 'vitest';
import { freshKiosk, kioskReducer } from './kiosk-reducer.ts';

const set = (productId: number, pieces: number) => ({ kind: 'set', productId, pieces }) as const;

describe('the basket of a customer', () => {
  it('holds each product once, in the order it came, and none of what is taken out', () => {
    let state = freshKiosk;
    for (const action of [set(1, 1), set(2, 3), set(1, 2), set(3, 1), set(3, 0)])
      state = kioskReducer(state, action);
    expect(state.basket).toEqual([
      { productId: 1, pieces: 2 },
      { productId: 2, pieces: 3 },
    ]);
  });

  it('is empty once the order is placed, and the page says so', () => {
    const full = kioskReducer(freshKiosk, set(1, 1));
    const placed = {
      orderId: 7,
      total: 1,
      deliveryDate: 20261126,
      kind: 'pickup',
      address: '',
      tenderId: 1,
    } as const;
    expect(kioskReducer(full, { kind: 'placed', placed })).toEqual({
      view: { name: 'done', placed },
      basket: [],
      choices: {},
    });
  });

  it('keeps what was chosen, one thing after the other, until the order is placed', () => {
    let state = freshKiosk;
    for (const choices of [{ kind: 'pickup' }, { phone: '555' }, { phone: '556' }] as const)
      state = kioskReducer(state, { kind: 'choose', choices });
    expect(kioskReducer(state, { kind: 'show', view: { name: 'choose' } }).choices).toEqual({
      ...{ kind: 'pickup', phone: '556' },
    });
  });
});
