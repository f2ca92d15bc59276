import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { importHistory, sendHistory } from '../../../../test/support/history-file.ts';
import type { HistoryChoices } from '../../../shared/contract/history-choices.ts';

/** Ways of writing that no program should have and some do. */

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

/** Brings a file in, and holds it to its own comparison. */
async function bringIn(sales: string, choices: HistoryChoices = {}) {
  const { preview, made } = await importHistory(test, { sales }, choices);
  const reconciled = await test.ask('historyImport.reconcile', { importId: made.importId });
  expect(reconciled.agrees).toBe(true);
  const { headers, mapping } = preview.files[0]!;
  const columns = Object.fromEntries(
    Object.entries(mapping).map(([field, index]) => [field, headers[index ?? -1]]),
  );
  return { preview, made, reconciled, columns, odd: preview.odd.map(({ code }) => code) };
}

async function look(sales: string, choices: HistoryChoices = {}) {
  const uploadId = await sendHistory(test, { sales });
  return test.ask('historyImport.preview', { uploadId, choices });
}

type Row = Record<string, string | number | null>;
const rowsOf = (text: string): readonly Row[] => test.file.read.all(sql<Row>`${sql.raw(text)}`);
describe('a file in another language', () => {
  it.each<[string, string]>([
    [
      'German',
      'Belegnummer;Datum;Artikel;Menge;Einzelpreis;Rabatt;MwSt;Gesamt;Zahlungsart\n1;13.01.2024 18:30;Käse;2;1.234,50;34,50;0,00;2.434,50;Bar\n',
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
    await importHistory(test, { sales: `id,date,item,price\n1,"${text}",Tea,1\n` });
    const [found] = rowsOf(
      "SELECT businessDate AS day, strftime('%H:%M', placedAt / 1000, 'unixepoch') AS at FROM orders",
    );
    expect(found?.day).toBe(day);
    if (at !== null) expect(found?.at).toBe(at);
  });
});
