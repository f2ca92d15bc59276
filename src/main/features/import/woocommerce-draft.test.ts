import { describe, expect, it } from 'vitest';
import { draftOf, openCatalog, problemsOf, sellable } from '../../../../test/support/draft-of.ts';

const header =
  'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,Short description,Description,Date sale price starts,' +
  'Date sale price ends,Tax status,Tax class,In stock?,Stock,Low stock amount,Backorders allowed?,Sale price,Regular price,' +
  'Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)';
const names = header.replace('"GTIN, UPC, EAN, or ISBN"', 'GTIN').split(',');

type Cells = Readonly<Record<string, string>>;

function file(...rows: readonly Cells[]): string {
  const all = rows.map((row) => ({ Type: 'simple', Published: '1', 'In stock?': '1', ...row }) as Cells);
  const lines = all.map((row) =>
    names.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return `\ufeff${header}\n${lines.join('\n')}\n`;
}

const price = { 'Regular price': '10' };

describe('WooCommerce products', () => {
  it('tells what is taxed', () => {
    const taxes = ['taxable', 'none', 'shipping', ''].map((status, index) => ({
      ID: `${index}1`,
      Name: `P${index}`,
      ...price,
      'Tax status': status,
    }));
    expect(draftOf(file(...taxes)).products.map((product) => product.taxable)).toEqual([
      true,
      false,
      false,
      null,
    ]);
  });

  it('finds parents by SKU in any case and by id, before or after their variations', () => {
    const draft = draftOf(
      file(
        {
          ID: '2',
          Type: 'variation',
          Name: 'Tee - Red',
          Parent: 'id:1',
          ...price,
          'Attribute 1 name': 'pa_color',
          'Attribute 1 value(s)': 'Red',
          'Tax class': 'parent',
        },
        {
          ID: '1',
          Type: 'variable',
          SKU: 'TEE',
          Name: 'Tee',
          Categories: 'Clothing > Shirts, Sale',
          'Tax class': 'reduced-rate',
          'Tax status': 'taxable',
        },
        {
          ID: '3',
          Type: 'variation',
          Name: 'Tee - Blue, Large',
          Parent: 'tee',
          ...price,
          Published: '0',
          'Attribute 1 name': 'Color',
          'Attribute 1 value(s)': 'Blue',
          'Attribute 2 name': 'Size',
          'Attribute 2 value(s)': 'Large',
        },
        { ID: '4', Type: 'variation', Name: 'Tee - Any', Parent: 'TEE', ...price },
      ),
    );
    expect(problemsOf(draft)).toEqual([]);
    expect(
      draft.products.map((product) => [product.kind, product.name, product.variantLabel, product.state]),
    ).toEqual([
      ['parent', 'Tee', null, 'active'],
      ['variant', 'Tee', 'Red', 'active'],
      ['variant', 'Tee', 'Blue / Large', 'draft'],
      ['variant', 'Tee', 'Any', 'active'],
    ]);
    expect(draft.products[1]).toMatchObject({
      options: [{ name: 'color', value: 'Red' }],
      categoryPath: ['Clothing', 'Shirts'],
      taxClassName: 'reduced-rate',
      taxable: true,
      externalKey: 'woocommerce:2',
      parentKey: 'woocommerce:1',
    });
  });

  it('lets a sale price apply on its days only', () => {
    const sale = { ...price, 'Sale price': '8' };
    const draft = draftOf(
      file(
        { ID: '1', Name: 'Always', ...sale },
        {
          ID: '2',
          Name: 'Running',
          ...sale,
          'Date sale price starts': '2026-11-22 00:00:00',
          'Date sale price ends': '2026-11-22',
        },
        { ID: '3', Name: 'Later', ...sale, 'Date sale price starts': '2026-11-23' },
        { ID: '4', Name: 'Over', ...sale, 'Date sale price ends': '2026-11-21T23:59:59+00:00' },
        { ID: '5', Name: 'Only sale', 'Sale price': '5' },
        { ID: '6', Name: 'No lower', ...price, 'Sale price': '10' },
      ),
    );
    expect(draft.products.map((product) => [product.price, product.compareAtPrice])).toEqual([
      [800, 1000],
      [800, 1000],
      [1000, null],
      [1000, null],
      [500, null],
      [1000, null],
    ]);
    expect(problemsOf(draft)).toEqual(['4 sale-not-today', '5 sale-not-today', '7 sale-not-lower']);
  });

  it('counts stock where the web shop does', () => {
    const draft = draftOf(
      file(
        {
          ID: '1',
          Name: 'Counted',
          ...price,
          Stock: '7',
          'Low stock amount': '2',
          'Backorders allowed?': 'notify',
        },
        { ID: '2', Name: 'Some', ...price },
        { ID: '3', Name: 'None', ...price, 'In stock?': '0' },
        { ID: '4', Name: 'Virtual', Type: 'simple, downloadable, virtual', ...price, Stock: '7' },
        { ID: '5', Name: 'Minus', ...price, Stock: '-2', 'Backorders allowed?': '0' },
        { ID: '6', Name: 'Pack', Type: 'variable', Stock: '9' },
        {
          ID: '7',
          Name: 'Pack - A',
          Type: 'variation',
          Parent: 'id:6',
          Stock: 'parent',
          ...price,
          'Attribute 1 value(s)': 'A',
        },
      ),
    );
    expect(sellable(draft).map((product) => [product.tracked, product.stock, product.oversell])).toEqual([
      [true, 7000, 'allow'],
      [false, null, null],
      [true, 0, 'block'],
      [false, null, null],
      [true, -2000, 'block'],
      [false, null, null],
    ]);
    expect(draft.products[0]?.reorderLevel).toBe(2000);
    expect(problemsOf(draft)).toEqual(['7 stock-shared']);
  });

  it('reads descriptions, entities, pictures, barcodes and escaped commas', () => {
    const draft = draftOf(
      file({
        ID: '1',
        Name: 'Salt &amp; pepper',
        ...price,
        GTIN: '4006381333931',
        'Short description': 'Short',
        Description: '<p>Long<br>text</p>\\n<script>alert(1)</script>',
        Categories: 'Food\\, drink &gt; Spice, B',
        Images: 'https://x/1.jpg, https://x/2.jpg',
      }),
    );
    expect(draft.products).toMatchObject([
      {
        name: 'Salt & pepper',
        barcodes: ['4006381333931'],
        description: 'Short\n\nLong\ntext',
        categoryPath: ['Food, drink', 'Spice'],
        pictureSource: 'https://x/1.jpg',
      },
    ]);
  });

  it('says what it does with rows that are not plain products', () => {
    const draft = draftOf(
      file(
        { ID: '1', Name: 'Set', Type: 'grouped' },
        { ID: '2', Name: 'Elsewhere', Type: 'external', ...price },
        { ID: '3', Name: 'Empty', Type: 'variable' },
        { ID: '4', Name: 'Priced', Type: 'variable', ...price },
        { ID: '5', Name: 'Orphan - Red', Type: 'variation', Parent: 'gone', ...price },
        { ID: '6', Name: 'Free of price' },
        { ID: '7', Name: '', ...price },
        { ID: '2', Name: 'Again', ...price },
      ),
    );
    expect(problemsOf(draft)).toEqual([
      '2 group-left-out',
      '3 sold-elsewhere',
      '4 parent-without-variants',
      '5 parent-as-single',
      '6 variant-alone',
      '7 price-missing',
      '8 name-missing',
      '9 row-repeated',
    ]);
    expect(sellable(draft).map((product) => product.name)).toEqual(['Elsewhere', 'Priced', 'Orphan - Red']);
    expect(draft).toMatchObject({ rowCount: 8, leftOutCount: 5 });
  });

  it('leaves a parent out when none of its variations can be sold', () => {
    const draft = draftOf(
      file(
        { ID: '1', Name: 'P', Type: 'variable' },
        { ID: '2', Name: 'P - A', Type: 'variation', Parent: 'id:1' },
      ),
    );
    expect(draft.products).toEqual([]);
    expect(problemsOf(draft)).toEqual(['2 parent-left-out', '3 price-missing']);
    expect(draft.leftOutCount).toBe(2);
  });

  it.each([
    [
      'German',
      'ID;Typ;SKU;Name;Veröffentlicht;Steuerstatus;Vorrätig?;Lager;Angebotspreis;Regulärer Preis;Kategorien;Bilder;Übergeordnetes Produkt;Attribut 1 Name;Attribut 1 Wert(e)',
    ],
    [
      'French',
      'ID;Type;UGS;Nom;Publié;État de la TVA;En stock ?;Stock;Tarif promo;Tarif régulier;Catégories;Images;Parent;Nom de l’attribut 1;Valeur(s) de l’attribut 1',
    ],
    [
      'Spanish',
      'ID;Tipo;SKU;Nombre;Publicado;Estado del impuesto;¿Existencias?;Inventario;Precio rebajado;Precio normal;Categorías;Imágenes;Superior;Nombre del atributo 1;Valor(es) del atributo 1',
    ],
  ])('reads an export in %s', (_, localised) => {
    const text = `${localised}\n1;variable;A;Hemd;1;taxable;1;;;;Textil;;;;\n2;variation;B;Hemd - Rot;1;taxable;1;3;8,50;12,00;;;id:1;Farbe;Rot\n`;
    expect(openCatalog(text).format).toBe('woocommerce');
    expect(draftOf(text).products).toMatchObject([
      { kind: 'parent', sku: 'A', categoryPath: ['Textil'] },
      { kind: 'variant', variantLabel: 'Rot', price: 850, compareAtPrice: 1200, stock: 3000, taxable: true },
    ]);
  });
});
