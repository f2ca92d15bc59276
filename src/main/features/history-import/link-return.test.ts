import { afterEach, describe, expect, it } from 'vitest';
import { everything } from '../../../../test/support/everything.ts';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';

const shop = historyShopForTests();
const { rowsOf } = shop;
afterEach(async () => {
  expect((await shop.test.ask('audit.verify', { scope: 'whole', cause: 'manual' })).found).toBe(0);
});

const head = 'receipt no,date,customer,item,qty,price,payment,original receipt';
const bringIn = async (...rows: string[]) => (await shop.bringIn(`${[head, ...rows].join('\n')}\n`)).made;

describe('what came back', () => {
  it('is of the sale that the file names, line by line, and paid back as it was paid', async () => {
    const before = everything(shop.test);
    const { importId } = await bringIn(
      '1,2024-01-02,Ada,Tea,3,2.50,Cash,',
      '1,2024-01-02,Ada,Mug,1,8.00,Cash,',
      '2,2024-01-05,Ada,Mug,-1,8.00,Cash,1',
      '3,2024-01-06,Ada,Tea,-1,2.50,Cash,1',
    );
    expect(rowsOf('SELECT total, credited, refunded, paid FROM orders')).toEqual([
      { total: 1550, credited: 1050, refunded: 1050, paid: 1550 },
    ]);
    expect(
      rowsOf(
        'SELECT r.orderId, l.orderLineNo, r.total FROM returns r JOIN returnLines l ON l.returnId = r.id',
      ),
    ).toEqual([
      { orderId: 1, orderLineNo: 2, total: 800 },
      { orderId: 1, orderLineNo: 1, total: 250 },
    ]);
    expect(rowsOf('SELECT spent FROM customerFigures')).toEqual([{ spent: 500 }]);
    await shop.test.ask('historyImport.undo', { importId });
    expect(everything(shop.test)).toEqual(before);
  });

  it('under the sale’s own number is of that sale', async () => {
    await bringIn('1,2024-01-02,Ada,Tea,3,2.50,Cash,', '1,2024-01-02,Ada,Tea,-1,2.50,Cash,');
    expect(rowsOf('SELECT orderId, total FROM returns')).toEqual([{ orderId: 1, total: 250 }]);
  });

  it.each([
    ['of goods that the sale does not have', '2,2024-01-05,Ada,Jam,-1,2.50,Cash,1'],
    ['of more than the sale sold', '2,2024-01-05,Ada,Tea,-4,2.50,Cash,1'],
    ['for more than it cost', '2,2024-01-05,Ada,Tea,-1,99.00,Cash,1'],
    ['of a sale that is not in the file', '2,2024-01-05,Ada,Tea,-1,2.50,Cash,77'],
    ['before it was sold', '2,2024-01-01,Ada,Tea,-1,2.50,Cash,1'],
  ])('%s is of none', async (_, row) => {
    await bringIn('1,2024-01-02,Ada,Tea,3,2.50,Cash,', row);
    expect(rowsOf('SELECT orderId FROM returns')).toEqual([{ orderId: null }]);
    expect(rowsOf('SELECT credited FROM orders')).toEqual([{ credited: 0 }]);
  });

  it('twice is of the sale as long as there is something left of it', async () => {
    await bringIn(
      '1,2024-01-02,Ada,Tea,2,2.50,Cash,',
      '2,2024-01-03,Ada,Tea,-2,2.50,Cash,1',
      '3,2024-01-04,Ada,Tea,-1,2.50,Cash,1',
    );
    expect(rowsOf('SELECT orderId FROM returns ORDER BY id')).toEqual([{ orderId: 1 }, { orderId: null }]);
  });
});
