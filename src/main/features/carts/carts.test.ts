import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, createTestApp, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Caller } from '../../app/create-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const content = { lines: [{ name: 'Flat white “big” 🍎', quantity: 2000 }], note: null };
const save = (cartId: string, what: Record<string, unknown> = content, isEmpty = false) =>
  test.ask('carts.save', { cartId, content: what, isEmpty });
const held = async () => (await test.ask('carts.listHeld', {})).map((cart) => [cart.cartId, cart.label]);

describe('the open cart', () => {
  it('comes back as it was last journalled', async () => {
    expect(await test.ask('carts.open', {})).toBeNull();
    await save('a', { lines: [] });
    await save('a');
    expect(await test.ask('carts.open', {})).toEqual({ cartId: 'a', content });
  });

  it('is there after the application was closed and opened', async () => {
    await save('a');
    await test.app.close();
    const again = createTestApp({ folder: test.folder });
    const row = again.file.read.statement("SELECT content FROM carts WHERE state = 'open'").pluck().get();
    expect(JSON.parse(String(row))).toEqual(content);
    await again.app.close();
    test = createTestApp({ folder: test.folder });
  });

  it('is dropped when it is empty', async () => {
    await save('a');
    await save('a', {}, true);
    expect(await test.ask('carts.open', {})).toBeNull();
    await save('never-there', {}, true);
  });

  it('gives way to the next one of this till', async () => {
    await save('a');
    await save('b', { lines: [1] });
    expect(await test.ask('carts.open', {})).toEqual({ cartId: 'b', content: { lines: [1] } });
    await save('a', {}, true);
    expect((await test.ask('carts.open', {}))?.cartId).toBe('b');
  });

  it('may be large, but not endless', async () => {
    await save('a', { text: 'ü'.repeat(99_000) });
    const tooLarge = { cartId: 'a', content: { text: 'ü'.repeat(100_000) }, isEmpty: false };
    expect((await test.refused('carts.save', tooLarge)).code).toBe('too-large');
    expect(
      (await test.refused('carts.hold', { ...tooLarge, label: '', isEmpty: undefined } as never)).code,
    ).toBe('invalid-input');
    const { isEmpty: _, ...hold } = tooLarge;
    expect((await test.refused('carts.hold', { ...hold, label: '' })).code).toBe('too-large');
    expect((await test.ask('carts.open', {}))?.content).toEqual({ text: 'ü'.repeat(99_000) });
  });

  it('leaves no audit rows, though it is written on every key', async () => {
    const rows = () => test.file.read.statement('SELECT count(*) FROM auditEntries').pluck().get();
    const before = rows();
    for (let key = 0; key < 5; key += 1) await save('a', { key });
    expect(rows()).toBe(before);
  });
});

describe('carts on hold', () => {
  const hold = (cartId: string, label: string) => test.ask('carts.hold', { cartId, label, content });

  it('free the till for the next customer and come back with their content', async () => {
    await save('a', { lines: [1] });
    await hold('a', 'Blue coat');
    expect(await test.ask('carts.open', {})).toBeNull();
    test.now += 1000;
    await hold('b', '');
    expect(await test.ask('carts.listHeld', {})).toEqual([
      { cartId: 'b', label: '', staffName: 'Olga Owner', updatedAt: test.now, content },
      { cartId: 'a', label: 'Blue coat', staffName: 'Olga Owner', updatedAt: test.now - 1000, content },
    ]);
    expect(await test.ask('carts.resume', { cartId: 'a' })).toEqual({ content });
    expect(await test.ask('carts.open', {})).toEqual({ cartId: 'a', content });
    expect(await held()).toEqual([['b', '']]);
  });

  it('stay on hold when a key pressed before arrives late', async () => {
    await hold('a', 'Blue coat');
    await save('a', { lines: ['late'] });
    expect(await test.ask('carts.open', {})).toBeNull();
    expect(await test.ask('carts.listHeld', {})).toMatchObject([{ cartId: 'a', content }]);
  });

  it('wait until the open cart is finished or held', async () => {
    await hold('a', 'Blue coat');
    await save('b');
    expect((await test.refused('carts.resume', { cartId: 'a' })).code).toBe('another-cart-open');
    expect(await held()).toEqual([['a', 'Blue coat']]);
    await hold('b', '');
    await test.ask('carts.resume', { cartId: 'a' });
  });

  it('are resumed once', async () => {
    await hold('a', '');
    await test.ask('carts.resume', { cartId: 'a' });
    await test.ask('carts.hold', { cartId: 'a', label: '', content });
    await test.ask('carts.discard', { cartId: 'a' });
    for (const cartId of ['a', 'never']) {
      expect((await test.refused('carts.resume', { cartId })).code).toBe('not-found');
    }
  });

  it('are dropped, and dropping twice is no trouble', async () => {
    await hold('a', '');
    await test.ask('carts.discard', { cartId: 'a' });
    await test.ask('carts.discard', { cartId: 'a' });
    expect(await held()).toEqual([]);
  });

  it('are everybody’s who sells, and nobody’s who only looks', async () => {
    await hold('a', 'Blue coat');
    const callers: Record<string, Caller> = {};
    for (const [windowId, role] of [
      [2, 'cashier'],
      [3, 'viewer'],
    ] as const) {
      const { staffId } = await test.ask('staff.add', { name: role, role, pin: '730184' });
      const caller: Caller = { kind: 'window', windowId };
      callers[role] = caller;
      await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    }
    expect((await test.refused('carts.listHeld', {}, callers.viewer)).code).toBe('forbidden');
    await test.ask('carts.resume', { cartId: 'a' }, callers.cashier);
    await test.ask('carts.hold', { cartId: 'a', label: 'Mine now', content }, callers.cashier);
    expect(await test.ask('carts.listHeld', {})).toMatchObject([{ label: 'Mine now', staffName: 'cashier' }]);
  });

  it('are put into the audit log without what was in them', async () => {
    await hold('a', 'Blue coat');
    const row = test.file.read
      .statement('SELECT subject, details FROM auditEntries ORDER BY id DESC LIMIT 1')
      .get();
    expect(row).toMatchObject({ subject: 'cart a' });
    expect(JSON.stringify(row)).not.toContain('Flat white');
  });
});
