import { describe, expect, it } from 'vitest';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';

/** Files modelled on what other programs write: their columns, their ways of writing, goods of our own. */

const { bringIn, rowsOf } = historyShopForTests();
const orders = () => rowsOf('SELECT total, tax, lineCount, status FROM orders ORDER BY id');

describe('Shopify’s orders', () => {
  const head =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,' +
    'Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,' +
    'Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,' +
    'Billing Name,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Source,Lineitem discount,Tax 1 Name,Tax 1 Value';
  type Line = readonly [quantity: number, name: string, price: string, sku: string];
  const order = (
    name: string,
    said: {
      status?: string;
      sub: string;
      ship: string;
      tax: string;
      total: string;
      off?: string;
      at: string;
      back?: string;
      gone?: string;
    },
    lines: readonly Line[],
  ): string =>
    lines
      .map(([count, item, price, sku], index) => {
        const isFirst = index === 0;
        const of = (text: string | undefined): string => (isFirst ? (text ?? '') : '');
        return [
          name,
          `${name.slice(1)}@example.org`,
          ...[
            of(said.status ?? 'paid'),
            of(said.at),
            of('fulfilled'),
            of(said.at),
            of('no'),
            of('USD'),
            of(said.sub),
            of(said.ship),
          ],
          ...[
            of(said.tax),
            of(said.total),
            of(''),
            of(said.off ?? '0.00'),
            of('Standard'),
            said.at,
            String(count),
            `"${item}"`,
            price,
          ],
          ...[
            '',
            sku,
            'true',
            'true',
            'fulfilled',
            of('Ada Byron'),
            of(said.gone),
            of('Shopify Payments'),
            of(said.back ?? '0.00'),
          ],
          ...['Shop', of('77'), of(''), of('web'), '0.00', of('State Tax 8%'), of(said.tax)],
        ].join(',');
      })
      .join('\n');

  const file = [
    head,
    order(
      '#1004',
      {
        sub: '45.00',
        ship: '5.00',
        tax: '4.00',
        total: '54.00',
        off: '5.00',
        at: '2024-02-05 18:11:12 -0500',
      },
      [
        [2, 'Mug, blue', '20.00', 'MUG-B'],
        [1, 'Tea', '9.99', 'TEA'],
        [1, 'Pin', '0.01', ''],
      ],
    ),
    order(
      '#1003',
      { sub: '10.00', ship: '0.00', tax: '0.33', total: '10.33', at: '2024-02-01 09:00:00 -0500' },
      [[3, 'Pin', '3.3333', '']],
    ),
    order(
      '#1002',
      {
        sub: '30.00',
        ship: '4.00',
        tax: '2.72',
        total: '36.72',
        at: '2024-01-31 23:30:00 -0500',
        back: '12.24',
        status: 'partially_refunded',
      },
      [
        [1, 'Mug, blue', '20.00', 'MUG-B'],
        [1, 'Tea', '10.00', 'TEA'],
      ],
    ),
    order(
      '#1001',
      {
        sub: '20.00',
        ship: '0.00',
        tax: '1.60',
        total: '21.60',
        at: '2024-01-05 10:11:12 -0500',
        back: '21.60',
        status: 'refunded',
      },
      [[1, 'Mug, blue', '20.00', 'MUG-B']],
    ),
    order(
      '#1000',
      {
        sub: '20.00',
        ship: '0.00',
        tax: '1.60',
        total: '21.60',
        at: '2024-01-04 10:11:12 -0500',
        status: 'voided',
        gone: '2024-01-04 11:00:00 -0500',
      },
      [[1, 'Mug, blue', '20.00', 'MUG-B']],
    ),
    '',
  ].join('\n');

  it('have their totals, taxes, discounts and shipping once', async () => {
    const { preview, columns, odd } = await bringIn(file);
    expect(columns).toMatchObject({
      ...{
        number: 'Name',
        date: 'Created at',
        sku: 'Lineitem sku',
        name: 'Lineitem name',
        quantity: 'Lineitem quantity',
      },
      ...{
        price: 'Lineitem price',
        discount: 'Lineitem discount',
        orderDiscount: 'Discount Amount',
        shipping: 'Shipping',
      },
      ...{
        orderTax: 'Taxes',
        orderTotal: 'Total',
        status: 'Financial Status',
        tender: 'Payment Method',
        cancelled: 'Cancelled at',
      },
      ...{ refunded: 'Refunded Amount', customerEmail: 'Email' },
    });
    expect(columns).not.toHaveProperty('total');
    expect(preview.choices.pricesIncludeTax).toBe(false);
    expect(odd).not.toContain('order-totals-differ');
    expect(orders()).toEqual([
      { total: 2160, tax: 160, lineCount: 1, status: 'cancelled' },
      { total: 2160, tax: 160, lineCount: 1, status: 'delivered' },
      { total: 3672, tax: 272, lineCount: 3, status: 'delivered' },
      { total: 1033, tax: 33, lineCount: 1, status: 'delivered' },
      { total: 5400, tax: 400, lineCount: 4, status: 'delivered' },
    ]);
    expect(rowsOf('SELECT total, lineCount FROM returns ORDER BY id')).toEqual([
      { total: 2160, lineCount: 1 },
      { total: 1224, lineCount: 1 },
    ]);
    expect(preview.totals).toMatchObject({ sales: 14_425, returned: 3384 });
    expect(rowsOf("SELECT sum(total) AS total FROM orderLines WHERE name = 'Shipping'")).toEqual([
      { total: 972 },
    ]);
  });

  it('are of the day on which they were made, wherever they were written', async () => {
    await bringIn(file);
    // The shop's clock is London's: half past eleven in New York is the next day.
    const days = rowsOf('SELECT businessDate AS day FROM orders ORDER BY id').map(({ day }) => day);
    expect(days).toEqual([20240104, 20240105, 20240201, 20240201, 20240205]);
  });

  it('say so where their total is not what their rows come to', async () => {
    const { preview, odd } = await bringIn(file.replace('0.00,0.33,10.33', '0.00,0.33,15.33'));
    expect(odd).toContain('order-totals-differ');
    expect(preview.problems).toMatchObject([
      { code: 'order-total-differs', severity: 'note', params: { number: '#1003' } },
    ]);
    expect(orders()[3]).toMatchObject({ total: 1533, tax: 33 });
  });
});

describe('WooCommerce’s orders, a row for each item', () => {
  const head =
    'order_id,order_number,date,status,shipping_total,shipping_tax_total,tax_total,discount_total,order_total,order_currency,payment_method,' +
    'customer_id,billing_first_name,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,item_total_tax';
  it('repeat their totals on each row, and count them once', async () => {
    const { preview, columns, odd } = await bringIn(
      [
        head,
        '501,501,2023-11-05 09:30:00,completed,5.00,0.00,6.00,4.00,41.00,EUR,paypal,12,Ada,Mug,MUG,2,24.00,0,21.60,0',
        '501,501,2023-11-05 09:30:00,completed,5.00,0.00,6.00,4.00,41.00,EUR,paypal,12,Ada,Tea,TEA,1,10.00,0,8.40,0',
        '502,502,2023-11-06 09:30:00,completed,0.00,0.00,2.00,0.00,12.00,EUR,stripe,13,Bob,Tea,TEA,1,10.00,0,10.00,0',
        '503,503,2023-11-06 10:30:00,cancelled,0.00,0.00,4.00,0.00,24.00,EUR,stripe,13,Bob,Tea,TEA,1,10.00,0,10.00,0',
        '503,503,2023-11-06 10:30:00,cancelled,0.00,0.00,4.00,0.00,24.00,EUR,stripe,13,Bob,Pin,PIN,1,10.00,0,10.00,0',
        '',
      ].join('\r\n'),
    );
    expect(columns).toMatchObject({
      orderTotal: 'order_total',
      orderTax: 'tax_total',
      shipping: 'shipping_total',
      net: 'item_total',
    });
    expect(orders()).toEqual([
      { total: 4100, tax: 600, lineCount: 3, status: 'delivered' },
      { total: 1200, tax: 200, lineCount: 1, status: 'delivered' },
      { total: 2400, tax: 400, lineCount: 2, status: 'cancelled' },
    ]);
    expect(preview.choices.pricesIncludeTax).toBe(false);
    expect(odd).not.toContain('order-totals-differ');
  });
});

describe('Odoo’s orders', () => {
  it('leave number and date out on the rows that go on', async () => {
    const { preview, odd } = await bringIn(
      [
        '"Order Reference","Order Date","Customer","Order Lines/Product","Order Lines/Quantity","Order Lines/Unit Price","Order Lines/Subtotal","Untaxed Amount","Taxes","Total","Status"',
        '"S00021","2024-03-01 08:15:00","Deco","[E-COM07] Cabinet","2.0","100.0","200.0","350.0","52.5","402.5","Sales Order"',
        '"","","","[FURN] Chair","3.0","50.0","150.0","","","",""',
        '"S00022","2024-03-02 08:15:00","Azure","[FURN] Chair","1.0","50.0","50.0","50.0","7.5","57.5","Sales Order"',
        '',
      ].join('\n'),
      { statuses: [{ status: 'Sales Order', becomes: 'delivered' }] },
    );
    expect(odd).toContain('rows-continued');
    expect(preview.counts).toMatchObject({ orders: 2, unreadRows: 0 });
    expect(orders()).toEqual([
      { total: 40_250, tax: 5250, lineCount: 2, status: 'delivered' },
      { total: 5750, tax: 750, lineCount: 1, status: 'delivered' },
    ]);
  });
});
