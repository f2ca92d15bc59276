import { z } from 'zod';
import { command, query } from './define.ts';
import { flag, instant, key, text } from './fields.ts';

export const cartsCalls = {
  /** The till's open cart as last journalled, or null. */
  'carts.open': query({
    needs: 'sell',
    input: z.strictObject({}),
    output: z.strictObject({ cartId: z.string(), content: z.unknown() }).nullable(),
    errors: [],
    reads: ['carts'],
  }),
  /** Journals the open cart as it changes, so that a crash loses nothing. An empty one is dropped. */
  'carts.save': command({
    needs: 'sell',
    input: z.strictObject({
      cartId: key,
      content: z.record(z.string(), z.unknown()),
      isEmpty: flag,
    }),
    output: z.strictObject({}),
    errors: ['too-large'],
    changes: [],
    unaudited: 'a draft that moves nothing, written on every key',
  }),
  /** Puts the open cart on hold under a label. */
  'carts.hold': command({
    needs: 'sell',
    input: z.strictObject({
      cartId: key,
      label: text(80),
      content: z.record(z.string(), z.unknown()),
    }),
    output: z.strictObject({}),
    errors: ['too-large'],
    changes: ['carts'],
    secrets: ['label', 'content'],
  }),
  'carts.listHeld': query({
    needs: 'sell',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        cartId: z.string(),
        label: z.string(),
        staffName: z.string().nullable(),
        updatedAt: instant,
        content: z.unknown(),
      }),
    ),
    errors: [],
    reads: ['carts'],
  }),
  /** Takes a held cart back as the open one; the open one must be empty or held first. */
  'carts.resume': command({
    needs: 'sell',
    input: z.strictObject({ cartId: key }),
    output: z.strictObject({ content: z.unknown() }),
    errors: ['another-cart-open'],
    changes: ['carts'],
  }),
  'carts.discard': command({
    needs: 'sell',
    input: z.strictObject({ cartId: key }),
    output: z.strictObject({}),
    errors: [],
    changes: ['carts'],
  }),
};
