import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, ownerPassword, type TestApp } from '../../../../test/support/create-test-app.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
let isClosed = false;
beforeEach(async () => {
  isClosed = false;
  test = await createOpenShop();
  addProduct(test, { name: 'Tea', price: 450, stock: 5000 });
});
afterEach(async () => {
  if (!isClosed) await test.close();
});

const auditKey = Buffer.alloc(32, 2);
const kept = 'kept';
const choice = { name: kept, phone: kept, email: kept, address: kept, note: 'both', logIn: kept } as const;
const cancel = { reason: 'other' as const, refundCashNow: true };

/** Whatever of the person is typed anywhere; each once, so that it is known where one was forgotten. */
const secrets = {
  name: 'Xenobia Quartermaine',
  phone: '0209 8765432',
  email: 'xenobia@quartermaine.example',
  address: 'Zanzibarweg 17, Oldenburg',
  note: 'allergictohazelnuts',
  username: 'xenoqm',
  dated: 'askedaboutgluten',
  otherName: 'Xenia Kwartermain',
  otherPhone: '0111 2223334',
  orderNote: 'leavewithneighbourpetra',
  lineNote: 'engraveforxeno',
  deliveryName: 'Petra Neighbour',
  deliveryPhone: '0444 5556667',
  deliveryAddress: 'Nachbarstrasse 3',
  movedTo: 'Umzugsallee 99',
  timeline: 'rangtwicenobodythere',
  cancelNote: 'feltunwelltoday',
  returnNote: 'broughtbybrotherjan',
  cartNote: 'forxenosbirthday',
  cartLabel: 'Xeno queue',
} as const;

/** The person, with something of theirs in every place where something can be. Answers their two numbers. */
async function person(): Promise<{ readonly id: number; readonly mergedId: number }> {
  const { name, phone, email, address, note } = secrets;
  const { customerId: id } = await test.ask('customers.create', { name, phone, email, address, note });
  const other = { name: secrets.otherName, phone: secrets.otherPhone, email: '', address: '', note: '' };
  const { customerId: mergedId } = await test.ask('customers.create', other);
  await test.ask('customers.addNote', { customerId: id, note: secrets.dated });
  await test.ask('customers.setLogIn', {
    customerId: id,
    username: secrets.username,
    password: ownerPassword,
  });
  await orders(mergedId);
  await test.ask('customers.merge', { keptId: id, mergedId, choice });
  await orders(id);
  const cart = { customerId: id, note: secrets.cartNote, delivery: { name }, lines: [] };
  await test.ask('carts.hold', { cartId: 'held-1', label: secrets.cartLabel, content: cart });
  await test.ask('carts.resume', { cartId: 'held-1' });
  await test.ask('carts.hold', { cartId: 'held-2', label: secrets.cartLabel, content: cart });
  await test.refused('customers.update', { customerId: 99, name, phone, email, address, note });
  return { id, mergedId };
}

/** A delivery that moved and was cancelled, one that was delivered, and goods that came back. */
async function orders(customerId: number): Promise<void> {
  const delivery = {
    ...{ name: secrets.deliveryName, phone: secrets.deliveryPhone, address: secrets.deliveryAddress },
    date: calendarDate(20261123),
  };
  const order = { customerId, kind: 'delivery' as const, delivery, note: secrets.orderNote };
  const noted = { ...line(1, 1, 450), note: secrets.lineNote };
  const moved = await test.ask('orders.place', counterSale([noted], { ...order, tenders: [] }));
  const { name, phone } = delivery;
  const to = { orderId: moved.orderId, name, phone, address: secrets.movedTo, date: delivery.date };
  await test.ask('orders.reschedule', to);
  await test.ask('orders.addNote', { orderId: moved.orderId, note: secrets.timeline });
  await test.ask('orders.cancel', { orderId: moved.orderId, ...cancel, note: secrets.cancelNote });
  const sold = await test.ask('orders.place', counterSale([noted], { customerId }));
  await test.ask('returns.create', {
    ...{ orderId: sold.orderId, refunds: [], cashNow: true, expectedCredit: money(450), exchange: null },
    lines: [
      { lineNo: 1, quantity: pieces(1), reason: 'faulty', disposition: 'restock', giveMoneyBack: true },
    ],
    note: secrets.returnNote,
  });
}

const confirm = () => test.ask('session.confirmPassword', { password: ownerPassword });

/** Every text of every table that holds one of the words: "orders.note: leavewithneighbourpetra". */
function traces(words: readonly string[]): readonly string[] {
  const { read } = test.file;
  const tables = read.all<{ name: string }>(
    sql`SELECT name FROM pragma_table_list WHERE type IN ('table', 'shadow') AND schema = 'main'
      AND name NOT LIKE 'sqlite%'`,
  );
  const found: string[] = [];
  for (const { name: table } of tables) {
    const columns = read.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table})`);
    for (const { name: column } of columns) {
      for (const word of words) {
        const hit = read.get(sql`SELECT 1 FROM ${sql.table(table)}
          WHERE instr(lower(CAST(${sql.ref(column)} AS TEXT)), ${word.toLowerCase()}) LIMIT 1`);
        if (hit) found.push(`${table}.${column}: ${word}`);
      }
    }
  }
  return found;
}

/** The parts that the index of words and the log would hold by themselves. */
const words = [...Object.values(secrets), 'xenobia', 'quartermaine', 'zanzibarweg', '8765432', '2098765432'];

describe('customers.erase', () => {
  it('leaves no trace of the person in any table, nor in the bytes of the file', async () => {
    const { id, mergedId } = await person();
    const before = traces(words);
    // Else the test would look for what was never there.
    for (const word of Object.values(secrets))
      expect([word, before.some((trace) => trace.endsWith(word))]).toEqual([word, true]);
    await confirm();
    expect(await test.ask('customers.erase', { customerId: id })).toEqual({ orders: 4, invoices: 0 });
    expect(traces(words)).toEqual([]);
    expect(checkShop(test.file.read, auditKey)).toEqual([]);
    for (const customerId of [id, mergedId]) {
      const found = await test.ask('customers.detail', { customerId });
      expect(found).toMatchObject({ id: customerId, name: '–', erasedAt: test.now, figures: { orders: 0 } });
    }
    await test.app.close();
    isClosed = true;
    const bytes = readFileSync(join(test.folder, 'shop.db')).toString('latin1').toLowerCase();
    expect(words.filter((word) => bytes.includes(word.toLowerCase()))).toEqual([]);
  });

  it('keeps the orders with their goods and their money', async () => {
    const { id } = await person();
    const books = () =>
      test.file.read.all(sql`SELECT id, kind, status, placedAt, businessDate, lineCount, subtotal, net, tax, rounding,
        total, paid, refunded, credited, (SELECT count(*) FROM orderLines WHERE orderId = o.id) AS lines,
        (SELECT sum(total) FROM orderLines WHERE orderId = o.id) AS sum FROM orders AS o`);
    const before = books();
    await confirm();
    await test.ask('customers.erase', { customerId: id });
    expect(books()).toEqual(before);
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order).toMatchObject({
      customerId: null,
      customerName: null,
      deliveryName: null,
      deliveryAddress: '',
    });
    // What happened is still told, without what was typed.
    expect(order.events.map(({ kind }) => kind)).toEqual(['placed', 'note', 'note', 'status']);
    expect(order.events.at(-1)?.details).toMatchObject({ to: 'cancelled', reason: 'other' });
  });

  it('keeps the buyer on an invoice, and says so before', async () => {
    const { customerId } = await test.ask('customers.create', {
      ...{ name: secrets.name, phone: '', email: '', address: secrets.address, note: '' },
    });
    await test.ask('orders.place', counterSale([line(1, 1, 450)], { customerId }));
    await test.ask('documents.print', { kind: 'invoice', orderId: 1 });
    expect(await test.ask('customers.erasePreview', { customerId })).toEqual({
      ...{ orders: 1, open: 0, owed: 0, refunds: 0, invoices: 1, notes: 0 },
    });
    await confirm();
    expect(await test.ask('customers.erase', { customerId })).toEqual({ orders: 1, invoices: 1 });
    expect(traces([secrets.name, secrets.address])).toEqual([
      `invoices.buyerName: ${secrets.name}`,
      `invoices.buyerAddress: ${secrets.address}`,
    ]);
  });

  it('asks for the password, and refuses while something is open', async () => {
    const draft = { name: 'Ada', phone: '', email: '', address: 'Low Road', note: '' };
    const { customerId } = await test.ask('customers.create', draft);
    test.now += 3_600_000;
    expect((await test.refused('customers.erase', { customerId })).code).toBe('password-again');
    const delivery = { name: 'Ada', phone: '', address: 'Low Road', date: calendarDate(20261123) };
    const order = { customerId, kind: 'delivery' as const, delivery, tenders: [] };
    await test.ask('orders.place', counterSale([line(1, 1, 450)], order));
    await confirm();
    expect(await test.refused('customers.erase', { customerId })).toMatchObject({
      code: 'customer-not-done',
      details: { count: 1, open: 450, refunds: 0 },
    });
    await test.ask('orders.advance', {
      ...{ orderId: 1, from: 'received', to: 'delivered', tenders: [], leaveUnpaid: true },
    });
    expect(await test.refused('customers.erase', { customerId })).toMatchObject({
      details: { count: 0, open: 450 },
    });
    const tenders = [{ tenderId: 1, amount: money(450), reference: '' }];
    await test.ask('payments.take', { orderId: 1, tenders, expectedOpen: money(450) });
    await test.ask('customers.erase', { customerId });
    expect((await test.refused('customers.erase', { customerId })).code).toBe('not-found');
  });
});

describe('customers.saveData', () => {
  it('writes everything known of one person, and nothing of anybody else, as one page', async () => {
    const { id, mergedId } = await person();
    const stranger = { name: 'Somebody Else', phone: '', email: '', address: '', note: '' };
    const { customerId } = await test.ask('customers.create', stranger);
    await test.ask('orders.place', counterSale([line(1, 1, 450)], { customerId }));
    expect(await test.ask('customers.saveData', { customerId: id })).toMatchObject({ saved: true });
    const page = Buffer.from(test.desktop.saved.at(-1)?.bytes as Uint8Array).toString('utf8');
    const { cartNote, cartLabel, ...told } = secrets;
    expect(cartNote && cartLabel).toBeTruthy();
    for (const word of Object.values(told)) {
      // An address that an order no longer goes to stands in its timeline only.
      if (word === secrets.deliveryAddress) continue;
      expect([word, page.includes(word)]).toEqual([word, true]);
    }
    expect(page).not.toContain('Somebody Else');
    expect(page).not.toContain('scrypt');
    const data = JSON.parse(
      /<script type="application\/json" id="data">(.*)<\/script>/u.exec(page)?.[1] ?? '',
    );
    expect(data.orders.map(({ id: orderId }: { id: number }) => orderId).toSorted()).toEqual([1, 2, 3, 4]);
    expect(data.merged).toMatchObject([{ id: mergedId, name: secrets.otherName }]);
    const [entry] = test.file.read.all<{ subject: string }>(
      sql`SELECT subject FROM auditEntries WHERE call = 'customers.saveData'`,
    );
    expect(entry?.subject).toBe(`customer ${id}`);
  });

  it('lets nothing that was typed become anything but text', async () => {
    const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
    const draft = { name: hostile, phone: hostile.slice(0, 60), email: '', address: hostile, note: hostile };
    const { customerId } = await test.ask('customers.create', draft);
    await test.ask('customers.saveData', { customerId });
    const page = Buffer.from(test.desktop.saved.at(-1)?.bytes as Uint8Array).toString('utf8');
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(page.match(/<\/script>/gu)).toHaveLength(1);
  });

  it('writes nothing down where the dialog was closed', async () => {
    const draft = { name: 'Ada', phone: '', email: '', address: '', note: '' };
    const { customerId } = await test.ask('customers.create', draft);
    test.desktop.dismissDialogs = true;
    expect(await test.ask('customers.saveData', { customerId })).toEqual({ saved: false, fileName: '' });
    expect(test.file.read.all(sql`SELECT 1 FROM auditEntries WHERE call = 'customers.saveData'`)).toEqual([]);
  });
});
