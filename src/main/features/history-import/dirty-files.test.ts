import { describe, expect, it } from 'vitest';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';

/** Ways of writing that no program should have and some do. */

const { bringIn, look, rowsOf } = historyShopForTests();

describe('a file in another language', () => {
  it.each<[string, string]>([
    [
      'German',
      'Belegnummer;Datum;Artikel;Menge;Einzelpreis;Rabatt;MwSt;Gesamt;Zahlungsart\n1;13.01.2024 18:30;Käse;2;1.234,50;34,50;0,00;2.434,50;Bar\n',
    ],
    [
      'German, by the number of the order',
      'Bestellnummer;Datum;Artikel;Menge;Einzelpreis;Rabatt;MwSt;Gesamt;Zahlungsart\n1;13.01.2024 18:30;Käse;2;1.234,50;34,50;0,00;2.434,50;Bar\n',
    ],
    [
      'French',
      'N° facture;Date de vente;Désignation;Quantité;Prix unitaire;Remise;TVA;Montant TTC;Mode de paiement\n1;13/01/2024 18h30;Café;2;1 234,50 €;34,50 €;0,00 €;2 434,50 €;Espèces\n',
    ],
    [
      'Spanish',
      'Número de factura;Fecha;Descripción;Cantidad;Precio unitario;Descuento;IVA;Importe total;Forma de pago\n1;13 ene 2024;Queso;2;1.234,50;34,50;0,00;2.434,50;Efectivo\n',
    ],
    [
      'Portuguese',
      'Número do pedido;Data da venda;Produto;Quantidade;Preço unitário;Desconto;Imposto;Valor total;Forma de pagamento\n1;13/01/2024;Queijo;2;R$ 1.234,50;R$ 34,50;R$ 0,00;R$ 2.434,50;Dinheiro\n',
    ],
    [
      'Dutch',
      'Factuurnummer;Datum;Omschrijving;Aantal;Prijs;Korting;BTW;Totaal;Betaalwijze\n1;13-01-2024;Kaas;2;€ 1.234,50;€ 34,50;€ 0,00;€ 2.434,50;Contant\n',
    ],
    [
      'Italian',
      'Numero scontrino;Data vendita;Descrizione;Quantità;Prezzo unitario;Sconto;IVA;Totale;Metodo di pagamento\n1;13 gen 2024;Pane;2;1.234,50;34,50;0,00;2.434,50;Contanti\n',
    ],
  ])('is read by its headings: %s', async (_, sales) => {
    const { preview, columns } = await bringIn(sales);
    expect(Object.keys(columns).sort()).toEqual(
      ['date', 'discount', 'name', 'number', 'price', 'quantity', 'tax', 'tender', 'total'].sort(),
    );
    expect(preview.totals.sales).toBe(243_450);
    expect(preview.fromDate).toBe(20240113);
  });
});

describe('what stands in a file and is no sale', () => {
  it('headings on each page, blank rows, sums in between and at the end', async () => {
    const head = 'id,date,item,qty,price';
    const { preview, odd } = await bringIn(
      [
        head,
        '1,2024-01-02,Tea,1,2.50',
        'Subtotal,,,,2.50',
        '',
        ',,,,',
        head,
        '2,2024-01-03,Bun,2,1.00',
        '2,2024-01-03,Bun,2,1.00',
        'Total,,,,6.50',
        ',,Grand total,5,6.50',
        ',Total,,5,6.50',
        '',
      ].join('\n'),
    );
    expect(preview.totals.sales).toBe(650);
    expect(preview.problems.map(({ code }) => code)).toEqual([
      'row-of-sums',
      'row-of-sums',
      'row-of-sums',
      'row-of-sums',
    ]);
    expect(odd).toEqual(expect.arrayContaining(['headings-repeated', 'rows-alike']));
  });
});

describe('amounts and dates', () => {
  it.each<[string, number]>([
    ['"$1,234.50"', 123_450],
    ['(3.00)', -300],
    ['($3.00)', -300],
    ['$(3.00)', -300],
    ['3.00-', -300],
    ['-$3.00', -300],
    ['$-3.00', -300],
    ['USD 3.00', 300],
    ['3.00 EUR', 300],
    ['"1 234.50"', 123_450],
    ["1'234.50", 123_450],
    ['"12,34,567.89"', 123_456_789],
    ['3', 300],
    ['.5', 50],
    ['+3.00', 300],
    ['1.5e3', 150_000],
    ['2.5E+01', 2500],
  ])('%s is read to the minor unit', async (text, amount) => {
    const found = await look(
      `id,date,item,price\n1,2024-01-02,Tea,${text}\n2,2024-01-02,Tea,9.99\n3,2024-01-02,Tea,0.01\n`,
    );
    expect(found.totals.net).toBe(amount + 1000);
  });

  it.each<[string, number, string | null]>([
    ['2024-01-05 10:11:12 -0500', 20240105, '15:11'],
    ['2024-01-05T10:11:12.345+02:00', 20240105, '08:11'],
    ['2024-01-05T10:11:12Z', 20240105, '10:11'],
    ['1/25/2024 6:30 PM', 20240125, '18:30'],
    ['1/25/24 12:05 am', 20240125, '00:05'],
    ['25.01.2024 18.30', 20240125, '18:30'],
    ['45316', 20240125, null],
    ['45316.75', 20240125, '18:00'],
    ['1706207400', 20240125, '18:30'],
    ['1706207400.5', 20240125, '18:30'],
    ['1706207400000', 20240125, '18:30'],
    ['Jan 25, 2024', 20240125, null],
    ['25 janvier 2024', 20240125, null],
    ['25. Januar 2024', 20240125, null],
    ['25 de enero de 2024', 20240125, null],
    ['25 gennaio 2024', 20240125, null],
    ['25 januari 2024', 20240125, null],
    ['25 de janeiro de 2024', 20240125, null],
    ['Thu Jan 25 2024 18:30:00 GMT+0000 (Greenwich Mean Time)', 20240125, '18:30'],
    ['Thu, 25 Jan 2024 18:30:00 +0000', 20240125, '18:30'],
    ['2024-01-25 18:30:00 UTC', 20240125, '18:30'],
    ['2024-01-25 18:30:00 EST', 20240125, '23:30'],
    ['2024/01/25 06:30:00 PM', 20240125, '18:30'],
    ['20240125', 20240125, null],
    ['20240125T183000', 20240125, '18:30'],
    ['25-Jan-24', 20240125, null],
    ['2024-Jan-25', 20240125, null],
  ])('%s is its day', async (text, day, at) => {
    await bringIn(`id,date,item,price\n1,"${text}",Tea,1\n`);
    const [found] = rowsOf(
      "SELECT businessDate AS day, strftime('%H:%M', placedAt / 1000, 'unixepoch') AS at FROM orders",
    );
    expect(found?.day).toBe(day);
    if (at !== null) expect(found?.at).toBe(at);
  });
});

describe('columns that other shops have', () => {
  it('quantities of many names, headings and blank rows in between', async () => {
    const { preview, columns, odd } = await bringIn(
      [
        'Order ID,Product,Quantity Ordered,Price Each,Order Date,Purchase Address',
        '176558,USB-C Cable,2,11.95,04/19/19 08:46,"917 1st St, Dallas, TX 75001"',
        ',,,,,',
        'Order ID,Product,Quantity Ordered,Price Each,Order Date,Purchase Address',
        '176559,Headphones,1,99.99,04/07/19 22:30,"682 Chestnut St, Boston, MA 02215"',
        '',
      ].join('\n'),
    );
    expect(columns).toMatchObject({ quantity: 'Quantity Ordered', price: 'Price Each', number: 'Order ID' });
    expect(preview.totals.sales).toBe(12_389);
    expect(odd).toContain('headings-repeated');
    const till = await look(
      'transaction_id,transaction_date,transaction_time,transaction_qty,unit_price,product_detail\n1,2023-01-01,07:06:11,2,3.00,Coffee\n',
    );
    expect(till.totals.sales).toBe(600);
  });

  it('discounts that are parts of the price', async () => {
    const rows = [0, 0.15, 0.2, 0.05, 0.1].map((off, id) => `${id},1996-07-04,Queso,10,14.00,${off}`);
    const shares = await look(
      `OrderID,OrderDate,ProductName,Quantity,UnitPrice,Discount\n${rows.join('\n')}\n`,
    );
    expect(shares.totals.sales).toBe(14_000 * 5 - 2100 - 2800 - 700 - 1400);
    expect(shares.odd.map(({ code }) => code)).toContain('discounts-are-shares');
    const named = await look('id,date,item,qty,price,Discount %\n1,2024-01-02,Tea,2,10.00,10\n');
    expect(named.totals.sales).toBe(1800);
    const amounts = await look(
      'id,date,item,qty,price,discount\n1,2024-01-02,Tea,2,10.00,0.50\n2,2024-01-02,Tea,2,10.00,3\n',
    );
    expect(amounts.totals.sales).toBe(3650);
  });

  it('totals of rows that price and quantity do not come to, and a state that is no status', async () => {
    const sales =
      'ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,STATE\n' +
      '10107,30,95.7,2,2871,2/24/2003 0:00,Shipped,NY\n10107,34,100,5,3899.34,2/24/2003 0:00,Shipped,NY\n10108,45,100,1,6168.15,3/13/2003 0:00,Shipped,CA\n';
    const { preview, columns, odd } = await bringIn(sales);
    expect(columns).toMatchObject({ total: 'SALES', status: 'STATUS', quantity: 'QUANTITYORDERED' });
    expect(preview.totals.sales).toBe(1_293_849);
    expect(odd).toContain('row-totals-differ');
    const states = await look(sales.replace('STATUS,', 'X,'));
    expect(states.files[0]?.mapping.status).toBeUndefined();
  });

  it('marks of returns beside a few other letters', async () => {
    const back = Array.from({ length: 6 }, (_, id) => `C${id},2010-12-01,Tea,-1,2.00`);
    const sold = Array.from({ length: 9 }, (_, id) => `${id},2010-12-01,Tea,1,2.00`);
    const found = await look(
      `Invoice,InvoiceDate,Description,Quantity,Price\n${[...sold, ...back, 'A506,2010-12-02,Bad debt,1,-50.00'].join('\n')}\n`,
    );
    expect(found.choices.returnMark).toBe('C');
    expect(found.totals).toMatchObject({ sales: 1800, returned: 6200 });
  });
});
