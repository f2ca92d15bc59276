import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../shared/contract/errors.ts';
import { type Cart, emptyCart } from '../../../shared/domain/cart.ts';
import { type Client, createClient } from '../../bridge/client.ts';
import { journalDelay, journalOf } from './cart-journal.ts';

type Saved = { readonly cartId: string; readonly content: Cart; readonly isEmpty: boolean };

let saved: Saved[];
let kept: { cartId: string; content: unknown } | null;
let refusal: 'not-signed-in' | 'too-large' | null;
let client: Client;
const noted = (note: string): Cart => ({ ...emptyCart, note });

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  kept = null;
  refusal = null;
  client = createClient({
    onChange: () => () => undefined,
    invoke: async (name, input): Promise<Reply> => {
      if (name === 'carts.open') return { ok: true, value: kept };
      if (refusal !== null) return { ok: false, error: { code: refusal as never, message: refusal } };
      saved.push(input as Saved);
      return { ok: true, value: {} };
    },
  });
});
afterEach(() => void vi.useRealTimers());

describe('the cart journal', () => {
  it('writes the last of several changes once, soon, and at once when flushed', async () => {
    const journal = journalOf(client);
    journal.save({ cartId: 'a', cart: noted('1') });
    journal.save({ cartId: 'a', cart: noted('12') });
    await vi.advanceTimersByTimeAsync(journalDelay - 1);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved.map((one) => [one.content.note, one.isEmpty])).toEqual([['12', false]]);
    journal.save({ cartId: 'a', cart: emptyCart });
    await journal.flush();
    expect(saved.at(-1)).toMatchObject({ cartId: 'a', isEmpty: true });
    expect(journalDelay).toBeLessThanOrEqual(150);
  });

  it('keeps what could not be written because the till was locked, for when the screen comes back', async () => {
    const journal = journalOf(client);
    const trouble = vi.fn();
    journal.onTrouble = trouble;
    refusal = 'not-signed-in';
    journal.save({ cartId: 'a', cart: noted('nearly lost') });
    await journal.flush();
    refusal = null;
    kept = { cartId: 'a', content: noted('older') };
    expect(journalOf(client)).toBe(journal);
    await expect(journal.open()).resolves.toMatchObject({ cart: { note: 'older' } });
    expect(saved.at(-1)?.content.note).toBe('nearly lost');
    expect(trouble).not.toHaveBeenCalled();
  });

  it('says why a cart was not written, and tries again with the next change', async () => {
    const journal = journalOf(client);
    const trouble = vi.fn();
    journal.onTrouble = trouble;
    refusal = 'too-large';
    journal.save({ cartId: 'a', cart: noted('long') });
    await journal.flush();
    expect(trouble).toHaveBeenCalledOnce();
    expect(await journal.open()).toMatchObject({ cartId: 'a', cart: { note: 'long' } });
  });

  it('never brings a sold cart back, and reads nothing that is no cart', async () => {
    const journal = journalOf(client);
    journal.save({ cartId: 'sold', cart: noted('x') });
    journal.forget('sold');
    await vi.advanceTimersByTimeAsync(journalDelay * 2);
    expect(saved).toEqual([]);
    kept = { cartId: 'b', content: { lines: 'none' } };
    expect(await journal.open()).toBeNull();
  });
});
