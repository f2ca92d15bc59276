/** Texts about bringing an Orderlla shop in. `orderlla-import.odd.…` are sentences about what is odd in its file. */
export const orderllaImportText = {
  'orderlla-import.title': 'Bring in an Orderlla shop',
  'orderlla-import.subtitle': { one: '{file}: {count} order', other: '{file}: {count} orders' },
  'orderlla-import.drop': 'Drop the Orderlla database or its SQL script here',
  'orderlla-import.drop-more':
    'A .db or .sqlite file, or a .sql script with CREATE TABLE and INSERT. Up to {most} MB. Nothing in the file is run, and nothing changes before you say so.',
  'orderlla-import.choose-another': 'Choose another file',
  'orderlla-import.reading': 'Reading {file}',
  'orderlla-import.stop-reading': 'Stop reading',
  'orderlla-import.stopped': 'Stopped. Nothing was changed.',
  'orderlla-import.read-again': 'Read the file again',

  'orderlla-import.will-make': 'What will come in',
  'orderlla-import.customers': 'Customers',
  'orderlla-import.products': 'Products',
  'orderlla-import.orders': 'Orders',
  'orderlla-import.lines': 'Order lines',
  'orderlla-import.left-out': 'Orders left out',
  'orderlla-import.known': {
    one: '{count} row came in earlier and stays as it is.',
    other: '{count} rows came in earlier and stay as they are.',
  },
  'orderlla-import.nothing-new': 'Everything in this file came in earlier. There is nothing to bring in.',
  'orderlla-import.how-they-stand': 'How the orders stand',
  'orderlla-import.status-received': 'Received',
  'orderlla-import.status-shipped': 'Shipped',
  'orderlla-import.status-in-transit': 'In transit',
  'orderlla-import.status-delivered': 'Delivered',
  'orderlla-import.status-cancelled': 'Cancelled',
  'orderlla-import.status-worth': '{count} · {total}',
  'orderlla-import.refunds': 'Refunds',
  'orderlla-import.refunds-worth': '{awaiting} to do, {initiated} on their way, {settled} done',
  'orderlla-import.look-at': 'Look at this',
  'orderlla-import.good-to-know': 'Good to know',
  'orderlla-import.run': {
    one: 'Bring in {count} order and all that belongs to it',
    other: 'Bring in {count} orders and all that belongs to them',
  },

  'orderlla-import.loading': 'Bringing in {file}',
  'orderlla-import.loaded-of': '{done} of {total} rows',
  'orderlla-import.loading-more': 'All of it comes in, or nothing. Selling goes on as soon as it is done.',
  'orderlla-import.stop': 'Stop and change nothing',

  'orderlla-import.done': {
    one: '{count} order came in',
    other: '{count} orders came in',
  },
  'orderlla-import.done-more':
    'Customers set new passwords: none were carried over. Old orders keep their dates, prices and totals.',
  'orderlla-import.save-report': 'Save the report',
  'orderlla-import.report-saved': 'The report was saved as {file}',
  'orderlla-import.see-orders': 'See the orders',

  'orderlla-import.report-file': 'report',
  'orderlla-import.heading-what': 'What',
  'orderlla-import.heading-count': 'Count or words',
  'orderlla-import.file': 'File',
  'orderlla-import.read-customers': 'Customers in the file',
  'orderlla-import.read-products': 'Products in the file',
  'orderlla-import.read-orders': 'Orders in the file',
  'orderlla-import.made-customers': 'Customers brought in',
  'orderlla-import.made-products': 'Products brought in',
  'orderlla-import.made-orders': 'Orders brought in',
  'orderlla-import.known-customers': 'Customers that came in earlier',
  'orderlla-import.known-products': 'Products that came in earlier',
  'orderlla-import.known-orders': 'Orders that came in earlier',

  'orderlla-import.odd.broken-rows': {
    one: '{count} row of the script holds something other than plain values, or is cut off. It stays out.',
    other:
      '{count} rows of the script hold something other than plain values, or are cut off. They stay out.',
  },
  'orderlla-import.odd.customer-left-out': 'Customers without a usable number stay out: {list}',
  'orderlla-import.odd.product-left-out': 'Products without a usable number stay out: {list}',
  'orderlla-import.odd.order-left-out':
    'Orders stay out because their number is missing or used twice, or their total is below zero or too large: {list}',
  'orderlla-import.odd.customer-without-name': 'Customers without a name come in as {list}',
  'orderlla-import.odd.product-without-name': 'Products without a name come in as {list}',
  'orderlla-import.odd.customer-gone': 'The customer of these orders is not in the file any more: {list}',
  'orderlla-import.odd.product-gone':
    'These orders hold products that were deleted since. Their lines say “Unknown product” and its number: {list}',
  'orderlla-import.odd.items-unknown':
    'What was in these orders cannot be read. They come in with one line for the whole total: {list}',
  'orderlla-import.odd.quantity-unreadable':
    'A quantity in these orders is not above zero, or no number. Its line stays out: {list}',
  'orderlla-import.odd.price-unreadable': 'The price cannot be read and comes in as zero: {list}',
  'orderlla-import.odd.amount-rounded':
    'The amount had more decimals than the currency and was rounded: {list}',
  'orderlla-import.odd.total-missing': 'These orders have no total. Today’s prices were added up: {list}',
  'orderlla-import.odd.total-lower':
    'Less was paid for these orders than their products cost now. The difference is a discount: {list}',
  'orderlla-import.odd.total-higher':
    'More was paid for these orders than their products cost now. The difference is a line of its own: {list}',
  'orderlla-import.odd.status-unknown':
    'The status “{status}” is not known. These orders come in as received: {list}',
  'orderlla-import.odd.method-missing':
    'These orders do not say how they were paid. They count as cash on delivery: {list}',
  'orderlla-import.odd.order-date-guessed':
    'These orders have no date. They count as placed three days before the promised day, or on the day they ended: {list}',
  'orderlla-import.odd.order-date-missing':
    'These orders have no date at all. They count as placed today: {list}',
  'orderlla-import.odd.delivery-date-missing':
    'These orders promise no day. They get the shop’s usual days of delivery: {list}',
  'orderlla-import.odd.cancelled-without-time':
    'These orders were cancelled without a time. They count as cancelled when they were placed: {list}',
  'orderlla-import.odd.ended-before-placed':
    'These orders ended before they were placed. They count as ended at that moment: {list}',
  'orderlla-import.odd.in-the-future': 'These orders lie in the future. They count as of now: {list}',
  'orderlla-import.odd.stock-negative': 'The stock is below zero and stays so: {list}',
  'orderlla-import.odd.stock-fractional':
    'The stock is no whole number. The part of a piece was dropped: {list}',
  'orderlla-import.odd.stock-missing': 'The stock is not known. These products come in uncounted: {list}',
  'orderlla-import.odd.usernames-repeated': 'More than one customer has the user name: {list}',
  'orderlla-import.odd.refund-awaiting':
    'Paid orders were cancelled and nothing says that the money went back. They wait under refunds: {list}',
  'orderlla-import.odd.same-name':
    'The shop has products of these names already. They will stand twice: {list}',
  'orderlla-import.odd.came-in-as-another':
    'These products came in earlier under another name, or the file is another shop’s. They stay as they are: {list}',
  'orderlla-import.odd.text-cut': {
    one: 'One text is longer than can be kept. Its end was left off: {list}',
    other: '{count} texts are longer than can be kept. Their ends were left off: {list}',
  },

  'orderlla-import.odd.passwords-left': {
    one: '{count} customer’s password stays behind. They set a new one.',
    other: '{count} customers’ passwords stay behind. They set new ones.',
  },
  'orderlla-import.odd.two-spellings': '“{first}” and “{list}” are one way of paying: {method}',
  'orderlla-import.odd.method-new':
    'The shop does not know this way of paying. Old orders name it, the till does not offer it: {list}',
  'orderlla-import.odd.delivered-without-day':
    'These orders do not say when they were delivered. They count as delivered on the promised day: {list}',
  'orderlla-import.odd.delivered-early': 'These orders came before the promised day: {list}',
  'orderlla-import.odd.times-with-offset':
    'These times say how far from UTC they are, and are read so: {list}',
  'orderlla-import.odd.times-without-offset':
    'These times do not say where they were taken. They are read by the shop’s clock: {list}',
  'orderlla-import.odd.skipped-statements': {
    one: '{count} statement of the script was passed over. None was run.',
    other: '{count} statements of the script were passed over. None was run.',
  },
  'orderlla-import.odd.admins-left': {
    one: '{count} account of staff stays behind. Add people under staff.',
    other: '{count} accounts of staff stay behind. Add people under staff.',
  },
  'orderlla-import.odd.no-tax': 'Orderlla knew no taxes, so the old orders bear none.',
} as const;
