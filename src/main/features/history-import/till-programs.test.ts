import { describe, expect, it } from 'vitest';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';

/** Files modelled on what other programs write: their columns, their ways of writing, goods of our own. */

const { bringIn, look, rowsOf } = historyShopForTests();

describe('Square’s exports', () => {
  it('of items have dollars with signs and brackets', async () => {
    const { preview, columns } = await bringIn(
      [
        'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Customer ID,Customer Name',
        '01/13/24,06:30:01 PM,Eastern Time (US & Canada),Coffee,Beans,2.0,Regular,BNS,,"$1,234.50",($34.50),"$1,200.00",$96.00,tx1,p1,Till,,,Payment,Main,,',
        '01/13/24,06:30:01 PM,Eastern Time (US & Canada),Coffee,Latte,1.0,Large,LAT,,$4.00,$0.00,$4.00,$0.32,tx1,p1,Till,,,Payment,Main,,',
        '01/14/24,07:05:00 AM,Eastern Time (US & Canada),Coffee,Latte,-1.0,Large,LAT,,($4.00),$0.00,($4.00),($0.32),tx2,p2,Till,,,Refund,Main,,',
        '',
      ].join('\n'),
      { pricesIncludeTax: false },
    );
    expect(columns).toMatchObject({
      number: 'Transaction ID',
      gross: 'Gross Sales',
      discount: 'Discounts',
      tax: 'Tax',
      kind: 'Event Type',
    });
    expect(preview.totals).toMatchObject({ sales: 130_032, returned: 432, net: 129_600 });
    expect(rowsOf('SELECT gross, discount, net, total FROM orderLines ORDER BY orderId, lineNo')).toEqual([
      { gross: 123_450, discount: 3450, net: 120_000, total: 129_600 },
      { gross: 400, discount: 0, net: 400, total: 432 },
    ]);
    expect(rowsOf("SELECT strftime('%H:%M', placedAt / 1000, 'unixepoch') AS at FROM orders")).toEqual([
      { at: '18:30' },
    ]);
  });

  it('say that nobody can know whether the tax is in the amounts', async () => {
    const found = await look(
      'Date,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID\n01/13/24,Beans,2.0,$12.00,$0.00,$12.00,$2.00,tx1\n',
    );
    expect(found.odd).toContainEqual({ code: 'tax-unsure', needsLook: true, params: {} });
    expect(found.odd.map(({ code }) => code)).not.toContain('no-tax');
  });

  it('of transactions have tips, and fees that are nobody’s sale', async () => {
    const { preview, columns } = await bringIn(
      [
        'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Cash,Fees,Net Total,Transaction ID,Event Type,Customer Name',
        '2024-01-13,18:30:01,Eastern Time (US & Canada),$100.00,($10.00),$90.00,$0.00,$7.20,$5.00,$0.00,$102.20,Register,$102.20,$0.00,($3.00),$99.20,tx1,Payment,Ada',
        '2024-01-14,08:30:01,Eastern Time (US & Canada),($50.00),$0.00,($50.00),$0.00,($4.00),$0.00,$0.00,($54.00),Register,($54.00),$0.00,$1.50,($52.50),tx2,Refund,Ada',
        '2024-01-15,08:30:01,Eastern Time (US & Canada),$10.00,$0.00,$10.00,$0.00,$0.80,$0.00,$0.00,$10.80,Register,$10.80,$0.00,($0.30),$10.50,tx3,Payment,',
        '',
      ].join('\n'),
    );
    expect(columns.total ?? columns.orderTotal).toBe('Total Collected');
    expect(preview.totals).toMatchObject({ sales: 11_300, returned: 5400, tax: 400 });
    expect(preview.odd.map(({ code }) => code)).not.toContain('tax-unsure');
  });
});

describe('Loyverse’s receipts', () => {
  it('by item know what the goods cost, and refunds have their own numbers', async () => {
    const { preview, columns } = await bringIn(
      [
        'Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,Net sales,Cost of goods,Gross profit,Taxes,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Comment,Status',
        '1/13/24 6:30 PM,1-1001,Sale,Coffee,10001,Latte,Large,,2.000,8.00,1.00,7.00,2.40,4.60,0.00,,POS 1,Main,Olga,,,,Closed',
        '1/13/24 6:31 PM,1-1002,Sale,Coffee,10002,Beans,,,0.350,7.00,0.00,7.00,3.50,3.50,0.00,,POS 1,Main,Olga,Ada,,,Closed',
        '1/14/24 6:31 PM,1-1003,Refund,Coffee,10001,Latte,Large,,1.000,4.00,0.50,3.50,1.20,2.30,0.00,,POS 1,Main,Olga,,,,Closed',
        '',
      ].join('\n'),
    );
    expect(columns).toMatchObject({
      gross: 'Gross sales',
      lineCost: 'Cost of goods',
      kind: 'Receipt type',
      number: 'Receipt number',
    });
    expect(preview.totals).toMatchObject({ sales: 1400, returned: 350 });
    expect(
      rowsOf('SELECT name, quantity, unitPrice, discount, total, unitCost FROM orderLines ORDER BY orderId'),
    ).toEqual([
      { name: 'Latte / Large', quantity: 2000, unitPrice: 400, discount: 100, total: 700, unitCost: 120 },
      { name: 'Beans', quantity: 350, unitPrice: 2000, discount: 0, total: 700, unitCost: 1000 },
    ]);
    expect(rowsOf('SELECT quantity, total, unitCost FROM returnLines')).toEqual([
      { quantity: 1000, total: 350, unitCost: 120 },
    ]);
  });
});

describe('Open Source Point of Sale’s sales', () => {
  it('end in sums that are no sale, and say what was earned', async () => {
    const { preview, columns } = await bringIn(
      [
        'Sales report,,,,,,,,',
        '"Id","Date","Quantity","Employee","Customer","Subtotal","Tax","Total","Cost","Profit","Payment Type","Comment"',
        '"POS 1","01/13/2024 18:30","3","Olga","Ada","$30.00","$2.40","$32.40","$12.00","$18.00","Cash: $32.40",""',
        '"POS 2","01/13/2024 18:45","1","Olga","","$1,010.00","$80.80","$1,090.80","$400.00","$610.00","Cash: $1,090.80",""',
        '"POS 3","01/14/2024 09:00","-1","Olga","","-$10.00","-$0.80","-$10.80","-$4.00","-$6.00","Cash: -$10.80",""',
        '"","","","","","","","","","","",""',
        '"Total","","3","","","$1,030.00","$82.40","$1,112.40","$408.00","$622.00","",""',
        '',
      ].join('\n'),
    );
    expect(columns).toMatchObject({ number: 'Id', total: 'Total' });
    expect(preview.totals).toMatchObject({ sales: 112_320, returned: 1080 });
    expect(preview.problems).toMatchObject([{ code: 'row-of-sums' }]);
  });
});
