import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { returnCounterForTests } from '../../../../test/support/return-counter.tsx';
import { money } from '../../../shared/domain/money.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

const counter = returnCounterForTests();

describe('finding the sale', () => {
  it('takes the scan of a receipt, wherever the focus is', async () => {
    await counter.sell();
    await counter.open('#/returns');
    await counter.scan(orderCode(1));
    expect(screen.getByRole('heading', { level: 1, name: 'Return from order 1' })).toBeTruthy();
    await counter.press('Escape');
    await counter.scan(orderCode(99));
    expect(screen.getByText(/names order 99/)).toBeTruthy();
    expect(window.location.hash).toBe('#/returns');
  });

  it('finds by number, and by a product, with the arrows', async () => {
    await counter.sell();
    await counter.sell({ cartId: 'second' });
    await counter.open('#/returns');
    expect(screen.getByText('Latest sales')).toBeTruthy();
    await counter.type('Find the sale', 'mug');
    expect(screen.getByText('2 sales found')).toBeTruthy();
    await counter.press('ArrowDown');
    await counter.press('ArrowDown');
    await counter.press('Enter');
    expect(window.location.hash).toBe('#/returns?order=1');
    await counter.press('Escape');
    await counter.type('Find the sale', '#2');
    await counter.press('Enter');
    expect(window.location.hash).toBe('#/returns?order=2');
  });

  it('says why nothing can come back', async () => {
    const details = { name: 'Ana', phone: '', address: '2 Low Street', date: 20261125 as never };
    await counter.sell({ kind: 'delivery', delivery: details, tenders: [] });
    await counter.open();
    expect(screen.getByText('Order 1 was not handed over yet')).toBeTruthy();
    await counter.click('Choose another sale');
    await counter.type('Find the sale', 'zzz');
    expect(screen.getByText('No sale fits “zzz”')).toBeTruthy();
    counter.leave();
    await counter.open('#/returns?order=77');
    expect(screen.getByText('There is no order 77')).toBeTruthy();
  });
});

describe('what came back before', () => {
  it('is listed, opened beside the search, and printed', async () => {
    await counter.sell();
    const goods = { reason: 'faulty', disposition: 'damaged', giveMoneyBack: true } as const;
    await counter.test.ask('returns.create', {
      orderId: 1,
      lines: [{ lineNo: 2, quantity: pieces(1), ...goods }],
      ...{ note: 'Handle broke', refunds: [], cashNow: true, exchange: null },
      expectedCredit: money(1450),
    });
    await counter.open('#/returns');
    await counter.click(/Return 1, from order 1/);
    const said = screen.getByRole('complementary', { name: 'Return 1' }).textContent ?? '';
    expect(said).toContain('Handle broke');
    expect(said).toContain('Faulty · Damaged, written off');
    expect(said).toContain('Cash, settled14.50');
    await counter.press('p', { ctrlKey: true });
    expect(screen.getByText('The return slip is printed.')).toBeTruthy();
    expect(counter.test.desktop.printed).toHaveLength(1);
  });
});

describe('taking goods back', () => {
  it('goes from the scan to the cash without a mouse', async () => {
    await counter.sell();
    await counter.open();
    expect(document.activeElement).toBe(counter.quantityOf('Carrot cake'));
    await counter.press('ArrowUp');
    await counter.press('ArrowUp');
    expect(counter.figure('To give back')).toBe('£8.40');
    await counter.press('Enter');
    expect(counter.dialog()).toContain('Hand out');
    await counter.press('Escape');
    expect(counter.quantityOf('Carrot cake').value).toBe('2');
    await counter.press('Enter');
    expect(screen.queryByRole('dialog')).toBeTruthy();
    await counter.click(/^Hand out £8.40/);
    expect(counter.dialog()).toContain('Return 1 is done');
    expect(counter.dialog()).toContain('2 items went back to stock.');
    expect(counter.dialog()).toContain('£8.40 given back in cash.');
    expect(await counter.onHand(counter.cake)).toBe(19_000);
    await counter.press('Enter');
    expect(window.location.hash).toBe('#/returns');
    expect(screen.getByRole('button', { name: /Return 1, from order 1/ })).toBeTruthy();
  });

  it('counts up what is scanned, and says what is not in the sale', async () => {
    await counter.sell();
    addProduct(counter.test, { name: 'Tea', price: 300, stock: 5, barcode: '5901234123457' });
    await counter.open();
    await counter.scan('96385074');
    await counter.scan('4006381333931');
    await counter.scan('4006381333931');
    expect(counter.quantityOf('Blue mug').value).toBe('1');
    expect(counter.quantityOf('Carrot cake').value).toBe('2');
    await counter.scan('96385074');
    expect(screen.getByText('All of Blue mug is chosen already.')).toBeTruthy();
    await counter.scan('5901234123457');
    expect(screen.getByText('Tea is not in this sale.')).toBeTruthy();
    await counter.click('Add to new goods');
    expect(counter.figure('To give back')).toBe('£19.90');
  });

  it('takes everything back, damaged, with one choice for all, and some of it without money', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('F4');
    await counter.click('Back on the shelf The goods');
    act(() => void fireEvent.click(screen.getByRole('option', { name: 'Damaged, written off' })));
    await counter.settle();
    expect(counter.figure('To give back')).toBe('£27.10');
    act(() => counter.quantityOf('Blue mug').focus());
    act(() => void fireEvent.click(screen.getByRole('checkbox', { name: 'Goods only, no money' })));
    expect(counter.figure('To give back')).toBe('£12.60');
    await counter.press('Enter');
    await counter.click(/^Hand out £12.60/);
    expect(counter.dialog()).toContain('4 items are written off as damaged.');
    expect(await counter.onHand(counter.cake)).toBe(17_000);
    const { lines } = await counter.test.ask('returns.get', { returnId: 1 });
    expect(lines.map((one) => [one.name, one.total])).toEqual([
      ['Carrot cake', 1260],
      ['Blue mug', 0],
    ]);
  });

  it('puts money of a card under Refunds, or gives it back in cash', async () => {
    await counter.sell({ tenders: [{ tenderId: 2, amount: money(2710), reference: '4421' }] });
    await counter.open();
    await counter.press('ArrowUp');
    await counter.press('Enter');
    await counter.click(/^Put £4.20 under Refunds/);
    expect(counter.dialog()).toContain('£4.20 waits under Refunds.');
    const { items } = await counter.test.ask('refunds.list', { state: 'awaiting', cursor: null, limit: 10 });
    expect(items).toMatchObject([{ amount: 420, tenderKind: 'card', returnId: 1 }]);
    await counter.click('Go to refunds');
    expect(window.location.hash).toBe('#/refunds');
  });

  it('shares money over two payments as it came, or as the person says', async () => {
    const tenders = [
      { tenderId: 2, amount: money(2000), reference: '4421' },
      { tenderId: 1, amount: money(710), reference: '' },
    ];
    await counter.sell({ tenders });
    await counter.open();
    await counter.press('F4');
    await counter.press('Enter');
    await counter.type('Amount back to Card', '10');
    await counter.click(/^Give back £27.10/);
    expect(screen.getByRole('alert').textContent).toContain('£10.00 more must go back');
    await counter.type('Amount back to Card', '20');
    await counter.click(/^Give back £27.10/);
    expect(counter.dialog()).toContain('£7.10 given back in cash.');
    expect(counter.dialog()).toContain('£20.00 waits under Refunds.');
  });

  it('only lowers what is owed where nothing was paid', async () => {
    const details = { name: 'Ana', phone: '', address: '2 Low Street', date: 20261125 as never };
    await counter.sell({ kind: 'delivery', delivery: details, tenders: [] });
    const step = { orderId: 1, from: 'received', to: 'delivered', tenders: [], leaveUnpaid: true } as const;
    await counter.test.ask('orders.advance', { ...step, tenders: [] });
    await counter.open();
    await counter.press('ArrowUp');
    await counter.press('Enter');
    expect(counter.dialog()).toContain('No money goes either way.');
    expect(counter.dialog()).toContain('The order costs £4.20 less.');
    await counter.click(/^Take goods back/);
    expect(counter.dialog()).toContain('The order costs £4.20 less.');
    expect(await counter.test.ask('orders.get', { orderId: 1 })).toMatchObject({ open: 2290 });
  });

  it('finds a line of a long sale, and draws so many at a time', async () => {
    const lines = Array.from({ length: 80 }, (_, index) => ({
      ...line(null, 1, 100 + index, { name: `Thing ${index + 1}` }),
    }));
    const total = money(lines.reduce((sum, one) => sum + one.unitPrice, 0));
    await counter.test.ask('orders.place', counterSale(lines, { expectedTotal: total }));
    await counter.open();
    expect(screen.getAllByRole('listitem')).toHaveLength(60);
    await counter.click('Show 20 more lines');
    expect(screen.getAllByRole('listitem')).toHaveLength(80);
    await counter.type('Scan or find in this sale', 'thing 77');
    await counter.press('Enter');
    expect(counter.quantityOf('Thing 77').value).toBe('1');
    await counter.type('Scan or find in this sale', '');
    await counter.press('Enter');
    expect(counter.dialog()).toContain('Hand out£1.76');
  });

  it('refuses in words what somebody else took back meanwhile, and shows what is left', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('F4');
    await counter.press('Enter');
    await act(async () => {
      const goods = { reason: 'unwanted', disposition: 'restock', giveMoneyBack: true } as const;
      await counter.test.ask('returns.create', {
        orderId: 1,
        lines: [{ lineNo: 1, quantity: pieces(2), ...goods }],
        ...{ note: '', refunds: [], cashNow: true, exchange: null },
        expectedCredit: money(840),
      });
    });
    await counter.settle();
    expect(screen.getByRole('alert').textContent).toContain('This sale changed meanwhile');
    await counter.press('Escape');
    expect(screen.getByText('Only 1 left.')).toBeTruthy();
    await counter.click(/^Give back/);
    expect(screen.getByText(/does not fit what is left/)).toBeTruthy();
  });

  it('keeps what was chosen when one goes back to the search, and asks before it is left', async () => {
    await counter.sell();
    await counter.open();
    await counter.press('ArrowUp');
    await counter.press('Escape');
    expect(screen.getByText('A return from order 1 is begun')).toBeTruthy();
    await counter.press('Escape');
    expect(screen.getByRole('alertdialog', { name: 'Leave this return' })).toBeTruthy();
    await counter.click('Stay with this return');
    await counter.click('Go on with it');
    expect(counter.quantityOf('Carrot cake').value).toBe('1');
    await counter.click('Back');
    await counter.click('Drop it');
    await counter.press('Escape');
    expect(window.location.hash).toBe('#/orders');
  });
});
