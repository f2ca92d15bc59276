import { describe, expect, it } from 'vitest';
import { draftOf, openCatalog, problemsOf, sellable } from '../../../../test/support/draft-of.ts';
import { guessMapping, recallMapping, rememberMapping } from './guess-mapping.ts';
import { mappingKey } from './header.ts';

describe('guessing columns', () => {
  it.each([
    [
      'Name,Price,SKU,Barcode,Stock,Category',
      { name: 0, price: 1, sku: 2, barcode: 3, stock: 4, category: 5 },
    ],
    [
      'Artikelnr.;Bezeichnung;VK-Preis (brutto);EK-Preis;Bestand;Warengruppe;EAN',
      { sku: 0, name: 1, price: 2, cost: 3, stock: 4, category: 5, barcode: 6 },
    ],
    [
      'Référence;Désignation;Prix TTC;Prix d’achat;Quantité;Catégorie;Code-barres;TVA',
      { sku: 0, name: 1, price: 2, cost: 3, stock: 4, category: 5, barcode: 6, taxClass: 7 },
    ],
    [
      'Código,Nombre,PVP,Coste,Existencias,Familia,Código de barras,Unidad',
      { sku: 0, name: 1, price: 2, cost: 3, stock: 4, category: 5, barcode: 6, unit: 7 },
    ],
    ['StockCode,Description,Quantity,UnitPrice', { sku: 0, name: 1, stock: 2, price: 3 }],
    [
      'item_id,item_name,selling_price,qty_on_hand,image_url',
      { externalKey: 0, name: 1, price: 2, stock: 3, picture: 4 },
    ],
    ['商品名,価格,在庫数,カテゴリー,説明', { name: 0, price: 1, stock: 2, category: 3, description: 4 }],
    ['Наименование;Цена;Остаток;Артикул;Штрихкод', { name: 0, price: 1, stock: 2, sku: 3, barcode: 4 }],
  ])('%s', (header, expected) => {
    expect(guessMapping(header.split(/[,;]/), []).mapping).toEqual(expected);
  });

  it('knows a barcode by its check digits, whatever its column is called', () => {
    const text =
      'Number,Thing,Amount\n4006381333931,Pen,1.20\n3086126100326,Marker,2.40\n5449000039231,Cola,1.00\n';
    expect(openCatalog(text).guess.mapping).toEqual({ barcode: 0, name: 1, price: 2 });
  });

  it('does not take a column without amounts for the price', () => {
    const text = 'Price,Name,Amount\nhigh,Tea,1.20\nlow,Milk,2.40\n';
    expect(openCatalog(text).guess.mapping.price).not.toBe(0);
  });

  it('chooses the better of two candidates', () => {
    const text = 'Item,Price excl. tax,Price,Name\nA1,1.00,1.20,Tea\nA2,2.00,2.40,Milk\n';
    expect(openCatalog(text).guess.mapping).toMatchObject({ price: 2, name: 3 });
  });

  it('notices that there is no header, and reads the first row', () => {
    const text =
      'A-1,Green tea,3.50,4006381333931,12\nA-2,Black tea,2.80,3086126100326,7\nA-3,Milk,1.10,5449000039231,30\n';
    const file = openCatalog(text);
    expect(file.table).toMatchObject({ hasHeader: false, rowCount: 3 });
    expect(file.guess.mapping).toEqual({ sku: 0, name: 1, price: 2, barcode: 3, stock: 4 });
    expect(draftOf(text).products.map((product) => [product.name, product.price, product.sku])).toEqual([
      ['Green tea', 350, 'A-1'],
      ['Black tea', 280, 'A-2'],
      ['Milk', 110, 'A-3'],
    ]);
  });

  it('passes the title lines that stand above a header, and takes unknown words over numbers for one', () => {
    expect(openCatalog('Stock list 2026,,\nprinted 22 Nov,,\nName,Price,SKU\nTea,1,T\n').table).toMatchObject(
      { headers: ['Name', 'Price', 'SKU'], rowCount: 1 },
    );
    expect(openCatalog('Zboží,Kolik\nČaj,1.00\nMléko,2.00\n').table).toMatchObject({
      hasHeader: true,
      rowCount: 2,
    });
  });

  it('remembers a choice for the same headers in another order', () => {
    const first = ['Prod', 'Amt', 'Amt'];
    const remembered = rememberMapping(first, { name: 0, price: 2, cost: 1 });
    expect(mappingKey(first)).toBe(mappingKey(['AMT', 'amt', ' prod ']));
    expect(mappingKey(first)).not.toBe(mappingKey(['Prod', 'Amt']));
    expect(recallMapping(['Amt', 'Amt', 'Prod'], remembered)).toEqual({ name: 2, price: 1, cost: 0 });
  });
});

describe('a list of products', () => {
  it('reads every field', () => {
    const text =
      'Id;Name;SKU;EAN;Preis;UVP;Einkaufspreis;Bestand;Meldebestand;Kategorie;Unterkategorie;Beschreibung;MwSt;Einheit;Bild;Status\n' +
      '7;Käse;K1;4006381333931|3086126100326;1.234,50 €;1.300,00;(5,00);0,350;5;Food > Dairy;Hard;<p>Alt</p>;19%;kg;k.jpg;aktiv\n';
    const draft = draftOf(text);
    expect(draft.products).toMatchObject([
      {
        externalKey: 'list:7',
        name: 'Käse',
        sku: 'K1',
        barcodes: ['4006381333931', '3086126100326'],
        price: 123_450,
        compareAtPrice: 130_000,
        cost: null,
        stock: 350,
        reorderLevel: 5000,
        categoryPath: ['Food', 'Dairy', 'Hard'],
        description: 'Alt',
        taxClassName: '19%',
        unit: 'kg',
        pictureSource: 'k.jpg',
        state: 'active',
        tracked: true,
      },
    ]);
    expect(problemsOf(draft)).toEqual(['2 amount-negative']);
  });

  it('groups variants by a parent row, and by a shared group', () => {
    const draft = draftOf(
      'SKU,Name,Parent,Variant,Price\nTEE,Tee,,,\nTEE-R,Tee red,TEE,Red,10\nTEE-B,Tee blue,TEE,Blue,11\n' +
        'C1,Cap small,caps,,5\nC2,Cap large,caps,,6\nM,Mug,alone,,7\nB,Bowl,,,8\n',
    );
    expect(problemsOf(draft)).toEqual([]);
    expect(
      draft.products.map((product) => [
        product.kind,
        product.name,
        product.variantLabel,
        product.sku,
        product.price,
      ]),
    ).toEqual([
      ['parent', 'Tee', null, 'TEE', null],
      ['variant', 'Tee', 'Red', 'TEE-R', 1000],
      ['variant', 'Tee', 'Blue', 'TEE-B', 1100],
      ['parent', 'Cap', null, null, null],
      ['variant', 'Cap', 'small', 'C1', 500],
      ['variant', 'Cap', 'large', 'C2', 600],
      ['single', 'Mug', null, 'M', 700],
      ['single', 'Bowl', null, 'B', 800],
    ]);
  });

  it('says what is wrong with each row', () => {
    const draft = draftOf(
      'Name,Price,SKU,Barcode,Qty,Unit\n' +
        'Tea,1.00,T,,1,\nTea,1.00,T,,1,\nMilk,2.00,T,,1,\n,3.00,N,,1,\nBread,,B,,1,\nCheese,x,C,,1,\nOil,4,O,4.00638E+12,many,barrel\n' +
        'Wine,5,W,,1,piece,too,many\nShort,6\n"Pipe 9 inch,7,P,,1,\nLast,8,L,,2 pcs,each\n',
    );
    expect(problemsOf(draft)).toEqual(
      [
        '3 row-repeated',
        '4 sku-repeated',
        '5 name-missing',
        '6 price-missing',
        '7 price-unreadable',
        '8 stock-unreadable',
        '8 code-damaged',
        '8 unit-unknown',
        '9 row-long',
        '10 row-short',
        '11 quote-unclosed',
      ].toSorted(
        (a, b) =>
          Number.parseInt(a, 10) - Number.parseInt(b, 10) ||
          problemsOf(draft).indexOf(a) - problemsOf(draft).indexOf(b),
      ),
    );
    expect(sellable(draft).map((product) => product.name)).toEqual([
      'Tea',
      'Milk',
      'Oil',
      'Short',
      '"Pipe 9 inch',
      'Last',
    ]);
    expect(draft).toMatchObject({ rowCount: 11, leftOutCount: 5 });
    expect(sellable(draft)[5]).toMatchObject({ stock: 2000, unit: 'piece' });
  });

  it('cuts a name of more than 300 characters without halving one', () => {
    const draft = draftOf(`Name,Price\n${'😀'.repeat(200)},1\n`);
    const name = draft.products[0]?.name ?? '';
    expect(name.length).toBeLessThanOrEqual(300);
    expect(name.isWellFormed()).toBe(true);
    expect(problemsOf(draft)).toEqual(['2 name-cut']);
  });

  it('takes hostile text as text', () => {
    const name = '=HYPERLINK("http://x","y") <img src=x onerror=alert(1)> عربي ‮ __proto__';
    const draft = draftOf(`Name,Price\n"${name.replaceAll('"', '""')}",1\n__proto__,2\nconstructor,3\n`);
    expect(draft.products.map((product) => product.name)).toEqual([name, '__proto__', 'constructor']);
  });

  it('takes off what sets a name in bold and says so; what only looks like it stays', () => {
    const list =
      'Name,Price\nCable <USB>,1\n<b>Tea</b><br>green,2\n5 < 6 > 4,3\n<i></i>,4\nSalt &amp; pepper,5\n';
    const draft = draftOf(list);
    const names = ['Cable <USB>', 'Tea green', '5 < 6 > 4', '<i></i>', 'Salt & pepper'];
    expect(draft.products.map((product) => product.name)).toEqual(names);
    expect(problemsOf(draft)).toEqual(['3 name-markup']);
  });

  it('refuses what is no list, in words', () => {
    expect(problemsOf(draftOf(''))).toEqual(['0 file-empty']);
    expect(problemsOf(draftOf('\n\n,,,\n'))).toEqual(['0 file-empty']);
    expect(problemsOf(draftOf('Price,Stock\n1,2\n'))).toEqual(['0 columns-missing']);
    expect(
      draftOf(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)).products,
    ).toBeInstanceOf(Array);
  });

  it('leaves the price alone where the list has none', () => {
    expect(draftOf('SKU,Stock\nA,5\nB,6\n').products).toMatchObject([
      { sku: 'A', price: null, name: null, stock: 5000 },
      { sku: 'B', price: null, name: null, stock: 6000 },
    ]);
  });
});
