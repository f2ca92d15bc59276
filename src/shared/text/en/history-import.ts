/** Texts about sales history from other programs. `….problem.…` are sentences about one row, `….odd.…` about the files. */
export const historyImportText = {
  'history-import.unnamed-good': 'Unknown goods',
  'history-import.extra-shipping': 'Shipping',
  'history-import.extra-tip': 'Tip',
  'history-import.extra-refund': 'Refund',
  'history-import.unknown-tender': 'Not recorded',
  'history-import.customer-of-key': 'Customer {key}',

  'history-import.slot-sales': 'Sales',
  'history-import.slot-payments': 'Payments',
  'history-import.slot-customers': 'Customers',
  'history-import.heading-file': 'File',

  'history-import.problem.row-long':
    'The row has {found} cells, the headings are {expected}. Nobody can say which of them moved.',
  'history-import.problem.cell-too-long': 'A cell of the row is too long to be read.',
  'history-import.problem.row-too-long': 'The row is too long to be read.',
  'history-import.problem.too-many-columns': 'The row has more columns than can be read.',
  'history-import.problem.quote-unclosed':
    'A quotation mark opens and never closes. The line was read by itself.',
  'history-import.problem.quote-stray':
    'Text stands behind a closing quotation mark. The cell was kept as it is written.',
  'history-import.problem.number-missing': 'The row has no order number.',
  'history-import.problem.number-repeated':
    'Order {number} stands in the file twice, and each row is an order of its own.',
  'history-import.problem.date-missing': 'The row has no date.',
  'history-import.problem.date-unreadable': '“{cell}” is no date in the form that the others have.',
  'history-import.problem.date-in-future': '“{cell}” is a day that has not come yet.',
  'history-import.problem.amount-unreadable': '“{cell}” is no amount, or more than any shop has.',
  'history-import.problem.amount-cut': '“{cell}” has more decimals than are kept. It was rounded.',
  'history-import.problem.text-cut':
    '“{cell}” is longer than {most} characters. What comes after them was left off.',
  'history-import.problem.amount-missing': 'The row has no amount.',
  'history-import.problem.quantity-unreadable': '“{cell}” is no quantity.',
  'history-import.problem.quantity-cut': '“{cell}” has more than three decimals. It was rounded.',
  'history-import.problem.quantity-zero': 'The quantity is 0.',
  'history-import.problem.both-below-zero':
    'Quantity and price are both below zero. It was taken for goods that came back.',
  'history-import.problem.order-too-large':
    'Order {number} comes to more than any shop sells, or more than all of it can be added up with.',
  'history-import.problem.tax-above-amount':
    'The tax of order {number} is more than the amount that it is in.',
  'history-import.problem.too-many-lines':
    'Order {number} has {count} rows: more than an order can have. Look whether the right column is its number.',
  'history-import.problem.returned-twice':
    'Order {number} was cancelled or returned as a whole, and has rows that came back besides.',
  'history-import.problem.order-total-differs':
    'Order {number} says another total than its rows come to. Its total counts, and its rows share the difference.',
  'history-import.problem.row-of-sums': 'The row adds up the others. It is no sale.',
  'history-import.problem.payment-negative': 'The payment is below zero.',
  'history-import.problem.payment-without-order': 'No row of the sales has order number {number}.',
  'history-import.problem.customer-missing': 'The row has no customer number.',

  'history-import.odd.dates-unsure':
    'The dates can be read in more than one way. Say which number is the day.',
  'history-import.odd.dates-mixed': 'The dates are written in {count} forms.',
  'history-import.odd.characters-broken': 'Some characters could not be read. Choose another encoding.',
  'history-import.odd.amounts-whole': 'No amount has decimals. Say whether they are whole cents.',
  'history-import.odd.currencies-mixed':
    'The file has amounts in {list}. All of them are taken as {own}, unchanged.',
  'history-import.odd.currency-other':
    'The file’s amounts are in {list}. They are taken as {own}, unchanged.',
  'history-import.odd.numbers-begin-again':
    'Numbers begin again, so that a number is an order only together with its day.',
  'history-import.odd.order-dates-differ': {
    one: '{count} row has another day than the first row of the same order. The first day counts.',
    other: '{count} rows have another day than the first row of the same order. The first day counts.',
  },
  'history-import.odd.order-tenders-differ': {
    one: '{count} row has another way of paying than the first row of the same order. The first one counts.',
    other:
      '{count} rows have another way of paying than the first row of the same order. The first one counts.',
  },
  'history-import.odd.order-statuses-differ': {
    one: '{count} row has another status than the first row of the same order. The first one counts.',
    other: '{count} rows have another status than the first row of the same order. The first one counts.',
  },
  'history-import.odd.order-amounts-differ': {
    one: '{count} row names another total, tax, discount or shipping than the first row of the same order. The first one counts.',
    other:
      '{count} rows name another total, tax, discount or shipping than the first row of the same order. The first one counts.',
  },
  'history-import.odd.order-totals-differ': {
    one: '{count} order says another total than its rows come to. Its total counts.',
    other: '{count} orders say another total than their rows come to. Their totals count.',
  },
  'history-import.odd.tax-unsure':
    'The file does not show whether its amounts have the tax in them. Say so, or the totals may be off by the tax.',
  'history-import.odd.discounts-are-shares':
    'The discounts are taken for shares of the price, not for amounts. Leave the column out if they are neither.',
  'history-import.odd.row-totals-differ':
    'The totals of many rows are not what their price and quantity come to. The totals count.',
  'history-import.odd.rows-continued': {
    one: '{count} row without a number goes on with the order above it.',
    other: '{count} rows without a number go on with the order above them.',
  },
  'history-import.odd.headings-repeated': {
    one: 'The headings stand {count} more time among the rows. They were passed over.',
    other: 'The headings stand {count} more times among the rows. They were passed over.',
  },
  'history-import.odd.rows-alike': {
    one: '{count} row says the same as another of its order. It counts as one more sold.',
    other: '{count} rows say the same as another of their order. They count as more sold.',
  },
  'history-import.odd.amount-once':
    '“{column}” is taken to stand once for an order, not for each of its rows.',
  'history-import.odd.too-many-statuses':
    'The column for the status holds too many different words. All orders count as delivered.',
  'history-import.odd.too-many-tenders':
    'The column for the way of paying holds too many different words. It stands in no order.',
  'history-import.odd.status-unknown':
    'Nobody knows what the status “{status}” means. Such orders count as delivered.',
  'history-import.odd.payments-of-nothing': {
    one: '{count} payment of 0 left out: nothing was paid.',
    other: '{count} payments of 0 left out: nothing was paid.',
  },
  'history-import.odd.payments-joined': {
    one: '{count} payment was joined to orders by their number.',
    other: '{count} payments were joined to orders by their number.',
  },
  'history-import.odd.customers-joined': {
    one: '{count} customer was joined to orders by their number.',
    other: '{count} customers were joined to orders by their number.',
  },
  'history-import.odd.returns-marked': 'Numbers that begin with “{mark}” are returns.',
  'history-import.odd.returns-made': {
    one: '{count} return will stand among the returns, with its sale where the file names it and has it.',
    other:
      '{count} returns will stand among the returns, with their sales where the file names them and has them.',
  },
  'history-import.odd.no-tax': 'The file names no tax. Sales come in without any.',
  'history-import.odd.known-orders': {
    one: '{count} order has come in before and will stay as it is.',
    other: '{count} orders have come in before and will stay as they are.',
  },
  'history-import.odd.no-stock': 'Stock is not moved: what was sold then is not on the shelves now.',
} as const;
