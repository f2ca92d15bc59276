/** Texts about files that bring products in. `import.problem.…` are sentences about one row of a file. */
export const importText = {
  'import.format-shopify': 'Shopify product file',
  'import.format-woocommerce': 'WooCommerce product file',
  'import.format-generic': 'Product list',

  'import.field-externalKey': 'Id in the other system',
  'import.field-name': 'Name',
  'import.field-sku': 'SKU',
  'import.field-barcode': 'Barcode',
  'import.field-price': 'Price',
  'import.field-compareAtPrice': 'Compare-at price',
  'import.field-cost': 'Cost',
  'import.field-stock': 'On hand',
  'import.field-reorderLevel': 'Reorder level',
  'import.field-category': 'Category',
  'import.field-subcategory': 'Subcategory',
  'import.field-description': 'Description',
  'import.field-taxClass': 'Tax class',
  'import.field-unit': 'Unit',
  'import.field-picture': 'Picture',
  'import.field-parent': 'Parent or group',
  'import.field-variant': 'Variant, first part',
  'import.field-variant2': 'Variant, second part',
  'import.field-variant3': 'Variant, third part',
  'import.field-state': 'Active or archived',

  'import.left-out': 'Left out',
  'import.noted': 'Noted',
  'import.heading-line': 'Line',
  'import.heading-result': 'Result',
  'import.heading-column': 'Column',
  'import.heading-problem': 'Problem',
  'import.problems-file': 'problems',

  'import.problem.file-too-large':
    'The file is larger than {most} MB. Split it and load the parts one after the other.',
  'import.problem.not-text': 'The file holds no text.',
  'import.problem.file-empty': 'The file holds no rows.',
  'import.problem.too-many-rows':
    'The file has more than {most} rows. Split it and load the parts one after the other.',
  'import.problem.columns-missing':
    'No column is chosen that tells products apart. Choose the name, the SKU, the barcode or the id.',
  'import.problem.characters-broken': 'Some characters could not be read. They are shown as �.',
  'import.problem.nul-removed': 'Unprintable characters were removed.',
  'import.problem.more-problems': {
    one: '{count} more problem is not listed.',
    other: '{count} more problems are not listed.',
  },

  'import.problem.quote-unclosed':
    'A quotation mark opens a cell and never closes. The line was read by itself: check it.',
  'import.problem.quote-stray':
    'A quotation mark stands in the middle of a cell. It was kept as part of the text.',
  'import.problem.row-long':
    'The row has {found} cells, the header {expected}. A comma without quotation marks may have split a cell. Row left out.',
  'import.problem.row-short':
    'The row has {found} cells, the header {expected}. The missing ones count as empty.',
  'import.problem.too-many-columns': 'The row has more than {most} cells. Row left out.',
  'import.problem.row-too-long': 'The row is longer than {most} characters. Row left out.',
  'import.problem.cell-too-long': 'A cell is longer than {most} characters. Row left out.',

  'import.problem.name-missing': 'The product has no name. Row left out.',
  'import.problem.name-cut': 'The name is longer than {most} characters and was cut: {name}',
  'import.problem.name-markup': 'The name had HTML in it, which was taken off: {name}',
  'import.problem.variant-cut': 'The variant is longer than {most} characters and was cut: {variant}',
  'import.problem.category-cut':
    'The category has more than {levels} levels, or one longer than {most} characters. The rest was left off: {category}',
  'import.problem.cell-cut': 'The cell is longer than {most} characters. What comes after them was not read.',
  'import.problem.description-cut': 'The description is longer than {most} characters and was cut.',
  'import.problem.handle-missing':
    'The row belongs to no product: it has neither a handle nor a title. Row left out.',
  'import.problem.name-from-handle': 'The product has no title. Its handle became its name: {name}',
  'import.problem.price-missing': 'The product has no price. Row left out.',
  'import.problem.price-unreadable': '“{text}” is not an amount. Row left out.',
  'import.problem.price-negative': 'The price {text} is below zero. Row left out.',
  'import.problem.price-rounded': '{text} has more decimals than the currency and was rounded.',
  'import.problem.amount-unreadable': '“{text}” is not an amount. The cell was left empty.',
  'import.problem.amount-negative': 'The amount {text} is below zero. The cell was left empty.',
  'import.problem.stock-unreadable': '“{text}” is not a quantity. The stock was left as it is.',
  'import.problem.stock-rounded': 'The quantity {text} was rounded to thousandths.',
  'import.problem.stock-uncounted':
    'The other system does not count the stock of some products, so their quantities were not taken over. First: {name}',
  'import.problem.stock-shared':
    'The variants of {name} share one stock in the other system. They come in without counted stock.',

  'import.problem.sku-repeated':
    'SKU {sku} is already used on line {first}. This product comes in without a SKU.',
  'import.problem.sku-too-long':
    'The SKU is longer than {most} characters. This product comes in without a SKU.',
  'import.problem.barcode-repeated':
    'Barcode {barcode} is already used on line {first}. It was left off this product.',
  'import.problem.barcode-too-long': 'A barcode is longer than {most} characters and was left off.',
  'import.problem.code-damaged':
    '{text} was shortened by a spreadsheet and its digits are lost. The cell was left empty.',
  'import.problem.row-repeated': 'The row repeats line {first}. Row left out.',
  'import.problem.variant-repeated': 'The variant {variant} is already on line {first}. Row left out.',
  'import.problem.variant-alone':
    'The parent {parent} is not in the file. The variant comes in as a product of its own.',
  'import.problem.parent-without-variants': '{name} has no variants in the file and no price. Row left out.',
  'import.problem.parent-as-single':
    '{name} has no variants in the file. It comes in as a product of its own.',
  'import.problem.parent-left-out': 'None of the variants of {name} can come in, so it was left out too.',
  'import.problem.group-left-out':
    '{name} only groups other products and is not sold by itself. It was left out; its products come in.',
  'import.problem.sold-elsewhere':
    '{name} is sold on another website. It comes in as a product without counted stock.',
  'import.problem.gift-card':
    '{name} is a gift card. It comes in as an untaxed product without counted stock.',
  'import.problem.type-unknown':
    'The product type “{type}” is not known. The row was read as an ordinary product.',
  'import.problem.sale-not-today':
    'The sale price {price} does not apply today. The regular price was taken.',
  'import.problem.sale-not-lower':
    'The sale price {price} is not below the regular price. The sale price was taken alone.',
  'import.problem.unit-unknown': 'The unit “{unit}” is not known. The product is counted in pieces.',
  'import.problem.name-needed':
    'The shop does not have this product yet, and a new one needs a name. Row left out.',
  'import.problem.price-needed': '{name} is new to the shop and has no price. Row left out.',
  'import.problem.same-product': 'This is the same product of the shop as on line {first}. Row left out.',
  'import.problem.sku-taken':
    'SKU {sku} belongs to another product of the shop: {name}. The SKU was left off.',
  'import.problem.barcode-taken':
    'Barcode {barcode} belongs to another product of the shop: {name}. It was left off.',
  'import.problem.tax-class-unknown':
    'The shop has no tax class “{taxClass}”. New products get its usual one.',
  'import.problem.state-unknown':
    '“{state}” says neither active nor archived. The product comes in as active.',
} as const;
