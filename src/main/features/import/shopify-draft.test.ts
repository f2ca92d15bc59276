import { describe, expect, it } from 'vitest';
import { draftOf, openCatalog, problemsOf, sellable } from '../../../../test/support/draft-of.ts';

const header =
  'Handle,Title,Body (HTML),Type,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,' +
  'Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,' +
  'Variant Taxable,Variant Barcode,Image Src,Image Position,Gift Card,Variant Image,Cost per item,Status';

type Cells = Readonly<Record<string, string>>;

function file(...rows: readonly Cells[]): string {
  const names = header.split(',');
  const lines = rows.map((row) =>
    names.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return `${header}\n${lines.join('\n')}\n`;
}

const tea = {
  Handle: 'tea',
  Title: 'Tea',
  'Option1 Name': 'Title',
  'Option1 Value': 'Default Title',
  'Variant Price': '3.50',
};

describe('Shopify products', () => {
  it('groups rows of one handle wherever they stand, options named on the first row only', () => {
    const draft = draftOf(
      file(
        {
          Handle: 'shirt',
          Title: 'Shirt',
          'Option1 Name': 'Colour',
          'Option1 Value': 'Blue',
          'Option2 Name': 'Size',
          'Option2 Value': 'L',
          'Variant Price': '10',
          'Image Src': 'b.jpg',
          'Image Position': '2',
        },
        tea,
        {
          Handle: 'Shirt',
          'Option1 Value': 'Red',
          'Option2 Value': 'M',
          'Variant Price': '12',
          'Variant Image': 'red.jpg',
        },
        { Handle: 'shirt', 'Image Src': 'a.jpg', 'Image Position': '1' },
      ),
    );
    expect(problemsOf(draft)).toEqual([]);
    expect(
      draft.products.map((product) => [
        product.kind,
        product.name,
        product.variantLabel,
        product.pictureSource,
      ]),
    ).toEqual([
      ['parent', 'Shirt', null, 'a.jpg'],
      ['variant', 'Shirt', 'Blue / L', 'a.jpg'],
      ['variant', 'Shirt', 'Red / M', 'red.jpg'],
      ['single', 'Tea', null, null],
    ]);
    expect(draft.products[2]).toMatchObject({
      parentKey: 'shopify:shirt',
      externalKey: 'shopify:shirt:red / m',
      options: [
        { name: 'Colour', value: 'Red' },
        { name: 'Size', value: 'M' },
      ],
      lines: [4],
    });
    expect(draft.products[0]?.lines).toEqual([2, 4, 5]);
  });

  it('reads stock, policy, codes, cost, state and description', () => {
    const draft = draftOf(
      file(
        {
          ...tea,
          'Body (HTML)': '<p>Fine &amp; <b>black</b></p><ul><li>leaf</li></ul>',
          'Variant Inventory Tracker': 'shopify',
          'Variant Inventory Qty': '-3',
          'Variant Inventory Policy': 'continue',
          'Variant Barcode': "'0036000291452",
          'Variant SKU': "'007",
          'Cost per item': '1.25',
          'Variant Taxable': 'false',
          Status: 'archived',
        },
        {
          ...tea,
          Handle: 'milk',
          Title: 'Milk',
          Published: 'false',
          'Variant Inventory Tracker': 'shopify',
          'Variant Inventory Policy': 'deny',
          'Variant Inventory Qty': '0',
        },
      ),
    );
    expect(draft.products).toMatchObject([
      {
        description: 'Fine & black\n• leaf',
        tracked: true,
        stock: -3000,
        oversell: 'allow',
        barcodes: ['0036000291452'],
        sku: '007',
        cost: 125,
        taxable: false,
        state: 'archived',
      },
      { tracked: true, stock: 0, oversell: 'block', state: 'draft' },
    ]);
  });

  it('reads the headers of the newer template in any case and order', () => {
    const draft = draftOf(
      'PRICE,Title,URL handle,SKU,Inventory quantity,Inventory tracker,Continue selling when out of stock,Product image URL,Option1 name,Option1 value,Charge tax,Product category,Status\n' +
        '9.99,Mug,mug,M-1,4,shopify,CONTINUE,https://x/m.png,Title,Default Title,TRUE,Home > Kitchen,Active\n',
    );
    expect(draft.format).toBe('shopify');
    expect(draft.products).toMatchObject([
      {
        kind: 'single',
        externalKey: 'shopify:mug',
        price: 999,
        sku: 'M-1',
        stock: 4000,
        oversell: 'allow',
        pictureSource: 'https://x/m.png',
        taxable: true,
        categoryPath: ['Home', 'Kitchen'],
        state: 'active',
      },
    ]);
  });

  it('says what is wrong with a row, and brings the others in', () => {
    const draft = draftOf(
      file(
        { ...tea, 'Variant Price': '' },
        { ...tea, Handle: 'a', Title: 'A', 'Variant Price': 'free' },
        { ...tea, Handle: 'b', Title: 'B', 'Variant Price': '-1' },
        { ...tea, Handle: 'c', Title: 'C', 'Variant Price': '1.999' },
        { ...tea, Handle: 'gift', Title: 'Gift card', 'Gift Card': 'true', 'Variant Price': '25' },
        { Handle: 'd', Title: 'D', 'Option1 Name': 'Size', 'Option1 Value': 'S', 'Variant Price': '1' },
        { Handle: 'd', 'Option1 Value': 's', 'Variant Price': '2' },
        { Handle: 'untitled-thing', 'Variant Price': '4.50' },
      ),
    );
    expect(problemsOf(draft)).toEqual([
      '2 price-missing',
      '3 price-unreadable',
      '4 price-negative',
      '5 price-rounded',
      '6 gift-card',
      '8 variant-repeated',
      '9 name-from-handle',
    ]);
    expect(sellable(draft).map((product) => [product.name, product.price])).toEqual([
      ['C', 200],
      ['Gift card', 2500],
      ['D', 100],
      ['Untitled thing', 450],
    ]);
    expect(sellable(draft)[1]).toMatchObject({ taxable: false, tracked: false });
    expect(draft.leftOutCount).toBe(4);
    expect(draft.problems[1]).toMatchObject({
      column: 'Variant Price',
      params: { text: 'free' },
      severity: 'error',
    });
  });

  it('puts rows without handle and title under the product above, and refuses them at the top', () => {
    const draft = draftOf(
      file(
        { 'Option1 Value': 'lost', 'Variant Price': '1' },
        { Handle: 'e', Title: 'E', 'Option1 Name': 'Size', 'Option1 Value': 'S', 'Variant Price': '1' },
        { 'Option1 Value': 'M', 'Variant Price': '2' },
        { Title: 'No handle', 'Variant Price': '7' },
      ),
    );
    expect(problemsOf(draft)).toEqual(['2 handle-missing']);
    expect(sellable(draft).map((product) => product.variantLabel ?? product.name)).toEqual([
      'S',
      'M',
      'No handle',
    ]);
    expect(sellable(draft)[2]?.externalKey).toBeNull();
  });

  it('keeps the first of two equal SKUs and barcodes', () => {
    const twice = { 'Variant SKU': 'X1', 'Variant Barcode': '4006381333931' };
    const draft = draftOf(file({ ...tea, ...twice }, { ...tea, ...twice, Handle: 'two', Title: 'Two' }));
    expect(problemsOf(draft)).toEqual(['3 sku-repeated', '3 barcode-repeated']);
    expect(draft.products).toMatchObject([twiceOf(twice), { sku: null, barcodes: [] }]);
  });

  it('reads a German spreadsheet copy: semicolons, decimal commas, Windows-1252', () => {
    const text =
      'Handle;Title;Option1 Name;Option1 Value;Variant Price;Variant Inventory Policy\ntee;Grüner Tee;Title;Default Title;1.234,50;deny\nöl;Öl;Title;Default Title;2,50;deny\n';
    const bytes = Buffer.from(text, 'latin1');
    expect(openCatalog(bytes)).toMatchObject({ encoding: 'windows-1252', format: 'shopify' });
    expect(draftOf(bytes).products).toMatchObject([
      { name: 'Grüner Tee', price: 123_450 },
      { name: 'Öl', price: 250 },
    ]);
  });

  it('changes prices only, when the file has no titles', () => {
    const draft = draftOf('Handle,Variant Price,Variant SKU,Option1 Value\ntea,4,T1,Default Title\n');
    expect(draft.products).toMatchObject([
      { name: null, price: 400, externalKey: 'shopify:tea', description: null },
    ]);
    expect(problemsOf(draft)).toEqual([]);
  });
});

function twiceOf(cells: { 'Variant SKU': string; 'Variant Barcode': string }) {
  return { sku: cells['Variant SKU'], barcodes: [cells['Variant Barcode']] };
}
