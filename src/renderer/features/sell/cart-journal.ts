import type { Cart } from '../../../shared/domain/cart.ts';
import { parseCart } from '../../../shared/domain/parse-cart.ts';
import { type Client, isRefusal } from '../../bridge/client.ts';
import { createRequestId } from '../../bridge/request-id.ts';

/** A cart and the name under which main keeps it. */
export type KeptCart = { readonly cartId: string; readonly cart: Cart };

/** Milliseconds that a change waits for the next one: a held key is one write, and a power cut costs no line. */
export const journalDelay = 120;

export type CartJournal = {
  /** The till's cart as it was last seen; null when there is none, or none that can be read. */
  open(): Promise<KeptCart | null>;
  /** Writes the cart soon. */
  save(kept: KeptCart): void;
  /** Writes what waits now, and comes back when main has it (or has refused it). */
  flush(): Promise<void>;
  /** The cart became an order or was put on hold: nothing that waits may bring it back. */
  forget(cartId: string): void;
  /** Hears why a write was refused. */
  onTrouble: (error: unknown) => void;
};

const journals = new WeakMap<Client, CartJournal>();

/**
 * The journal of this window's cart. One for each client, because the screen comes and goes: what could not be
 * written when it went (the till was locked in that moment) is still here when it comes back.
 */
export function journalOf(client: Client): CartJournal {
  const known = journals.get(client);
  if (known) return known;
  const made = createCartJournal(client);
  journals.set(client, made);
  return made;
}

function createCartJournal(client: Client): CartJournal {
  let waiting: KeptCart | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const kept = waiting;
    if (kept === null) return;
    waiting = null;
    const { cartId, cart } = kept;
    try {
      const content = cart as unknown as Record<string, unknown>;
      await client.ask('carts.save', { cartId, content, isEmpty: isBare(cart) }, createRequestId());
    } catch (error) {
      // Something newer may wait already; else this is kept for the next try.
      waiting ??= kept;
      if (!isRefusal(error, 'not-signed-in')) journal.onTrouble(error);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // One write at a time, in order: a late one must not overwrite a newer one.
    writing = writing.then(write);
    return writing;
  };
  const journal: CartJournal = {
    async open() {
      await flush();
      if (waiting !== null) return waiting;
      const kept = await client.ask('carts.open', {});
      const cart = kept === null ? null : parseCart(kept.content);
      return kept === null || cart === null ? null : { cartId: kept.cartId, cart };
    },
    save(kept) {
      waiting = kept;
      timer ??= setTimeout(() => void flush(), journalDelay);
    },
    flush,
    forget(cartId) {
      if (waiting?.cartId === cartId) waiting = null;
    },
    onTrouble: () => undefined,
  };
  return journal;
}

/** Nothing in it that anybody would miss. */
export function isBare(cart: Cart): boolean {
  const { lines, customerId, note, orderDiscount, delivery } = cart;
  return (
    lines.length === 0 && customerId === null && note === '' && orderDiscount === null && delivery === null
  );
}
