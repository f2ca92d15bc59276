/** Texts of the screen that brings in sales history: the rest of what it asks, what comes in, and what came of it. */
export const historyScreenMoreText = {
  'history-screen.whole': 'Amounts without decimals',
  'history-screen.whole-ask':
    'No amount of {file} has decimals. Say what they are: a wrong choice makes every amount a hundred times too large or too small.',
  'history-screen.amounts-in': 'Amounts of {file}',
  'history-screen.amounts-major': 'Are written in full',
  'history-screen.amounts-minor': 'Are counted in cents',
  'history-screen.amount-is': '{written} is {amount}.',
  'history-screen.no-tax':
    'No column holds a tax, so the sales come in without any. Give a rate where their prices had tax in them.',
  'history-screen.tax-rate': 'Tax rate',
  'history-screen.tax-rate-beside': 'For the tax that stands in the file, where no column gives its rate.',
  'history-screen.tax-rate-all': 'Of every sale in the file. Leave it empty where there was no tax.',
  'history-screen.prices-are': 'Prices in the file',
  'history-screen.prices-with-tax': 'Have the tax in them',
  'history-screen.prices-with-tax-more': 'What stands there is what the customer paid.',
  'history-screen.prices-without-tax': 'Are without tax',
  'history-screen.prices-without-tax-more': 'The tax came on top.',

  'history-screen.statuses': 'Statuses',
  'history-screen.statuses-unread': 'The file has to be read once more before its statuses can be listed.',
  'history-screen.status': 'In the file',
  'history-screen.orders': 'Orders',
  'history-screen.becomes': 'Becomes',
  'history-screen.becomes-of': 'What “{word}” becomes',
  'history-screen.unknown': 'Not known',
  'history-screen.fate-delivered': 'Delivered',
  'history-screen.fate-received': 'Order received, still open',
  'history-screen.fate-shipped': 'Shipped',
  'history-screen.fate-in-transit': 'In transit',
  'history-screen.fate-cancelled': 'Cancelled',
  'history-screen.fate-returned': 'Delivered, then all came back',
  'history-screen.fate-left-out': 'Does not come in',
  'history-screen.tenders': 'Ways to pay',
  'history-screen.tenders-unread':
    'The file has to be read once more before its ways of paying can be listed.',
  'history-screen.tender': 'In the file',
  'history-screen.orders-and-amount': 'Orders',
  'history-screen.orders-worth': { one: '{count} order, {amount}', other: '{count} orders, {amount}' },
  'history-screen.tender-apart': 'Kept apart, archived',
  'history-screen.read-now': 'Read the file again',

  'history-screen.new-things': 'What the shop does not have yet',
  'history-screen.products': 'Products it does not have',
  'history-screen.products-archived': 'Add them archived',
  'history-screen.products-archived-more': 'Reports know them; the till does not offer them.',
  'history-screen.products-make': 'Add them for sale',
  'history-screen.products-make-more':
    'The till offers them at their last price. Their stock is not counted.',
  'history-screen.products-none': 'Add none',
  'history-screen.products-none-more':
    'Orders name the goods, and reports count them as items without a product.',
  'history-screen.customers': 'Customers it does not have',
  'history-screen.customers-make': 'Add them',
  'history-screen.customers-make-more': 'Each with the orders of the file.',
  'history-screen.customers-none': 'Add none',
  'history-screen.customers-none-more': 'Their orders come in without a customer.',

  'history-screen.advanced': 'How the files are written',
  'history-screen.advanced-more':
    'Recognised by itself. Look here where letters are broken or cells are cut in the wrong places.',
  'history-screen.unfold': 'Show',
  'history-screen.fold': 'Hide',

  'history-screen.summary': '{orders} and {returns} come in, of {span}.',
  'history-screen.summary-orders': {
    one: '{count} order comes in, of {span}.',
    other: '{count} orders come in, of {span}.',
  },
  'history-screen.n-orders': { one: '{count} order', other: '{count} orders' },
  'history-screen.n-returns': { one: '{count} return', other: '{count} returns' },
  'history-screen.all-known': {
    one: 'The one order of this file came in before and stays as it is. There is nothing to add.',
    other: 'All {count} orders of this file came in before and stay as they are. There is nothing to add.',
  },
  'history-screen.none-readable':
    'Nothing of this file can come in: {rows} rows could not be read and {orders} orders stay out. The reasons stand below; go back to change how the file is read.',
  'history-screen.nothing': 'There is nothing to bring in from these files.',
  'history-screen.sold': 'Sold',
  'history-screen.came-back': 'Came back',
  'history-screen.net': 'Sales less returns',
  'history-screen.by-month': 'Month by month',
  'history-screen.by-month-label':
    'Sales less returns of the file in each month. Look for a gap, or a month that cannot be.',
  'history-screen.month': 'Month',

  'history-screen.made': 'What is made new',
  'history-screen.makes-products': {
    one: '{count} product, for sale at once.',
    other: '{count} products, for sale at once.',
  },
  'history-screen.makes-archived': {
    one: '{count} product, archived: the till does not offer it.',
    other: '{count} products, archived: the till does not offer them.',
  },
  'history-screen.makes-customers': { one: '{count} customer.', other: '{count} customers.' },
  'history-screen.makes-tenders': {
    one: '{count} way of paying, archived: {names}.',
    other: '{count} ways of paying, archived: {names}.',
  },
  'history-screen.and-more': { one: '{names} and {count} more', other: '{names} and {count} more' },
  'history-screen.makes-nothing': 'Nothing beside the orders themselves.',
  'history-screen.stays': 'What stays as it is',
  'history-screen.known-orders': {
    one: '{count} order came in before, by its number. It is not added again.',
    other: '{count} orders came in before, by their numbers. They are not added again.',
  },
  'history-screen.known-products': {
    one: '{count} product is in the shop already. Its sales are counted with it.',
    other: '{count} products are in the shop already. Their sales are counted with them.',
  },
  'history-screen.known-customers': {
    one: '{count} customer is in the shop already and gets these orders.',
    other: '{count} customers are in the shop already and get these orders.',
  },
  'history-screen.known-tenders': {
    one: '{count} way of paying is the shop’s own.',
    other: '{count} ways of paying are the shop’s own.',
  },
  'history-screen.left-out-orders': {
    one: '{count} order stays out. The reason stands among the problems.',
    other: '{count} orders stay out. The reasons stand among the problems.',
  },
  'history-screen.unread-rows': {
    one: '{count} row could not be read and stays out.',
    other: '{count} rows could not be read and stay out.',
  },
  'history-screen.stock-stays': 'Stock: what was sold then is not on the shelves now.',
  'history-screen.how-counted': 'How it is counted',
  'history-screen.counted': '{lines} rows with {units} items.',
  'history-screen.counted-no-tax': 'No tax.',
  'history-screen.counted-tax': 'Tax in all: {amount}.',
  'history-screen.rounding-none': 'The amounts add up to those of the file, to the last digit.',
  'history-screen.rounding-more':
    'The file has finer amounts than the shop counts in. Rounded, they come to {amount} more in all.',
  'history-screen.rounding-less':
    'The file has finer amounts than the shop counts in. Rounded, they come to {amount} less in all.',
  'history-screen.rounding-how':
    'Each row is rounded once to {unit}, and tax once for each rate of an order; half goes up.',
  'history-screen.look-at': 'Look at this first',
  'history-screen.good-to-know': 'Good to know',
  'history-screen.quoted': '“{word}”',
  'history-screen.unknown-statuses': {
    one: 'Nobody knows what the status {statuses} means. Such orders count as delivered.',
    other: 'Nobody knows what the statuses {statuses} mean. Such orders count as delivered.',
  },
  'history-screen.change-reading': 'Change how it is read',
  'history-screen.problems': 'Problems in the rows',
  'history-screen.problem-rows': 'Rows with problems',
  'history-screen.amounts': 'Amounts and tax',
  'history-screen.amounts-written': 'Amounts',
  'history-screen.save-problems': 'Save the list of problems',
  'history-screen.problems-saved': 'The list of problems is saved as {file}.',
  'history-screen.back': 'Back to the questions',
  'history-screen.run-orders': {
    zero: 'Bring in',
    one: 'Bring in {count} order',
    other: 'Bring in {count} orders',
  },
  'history-screen.run-both': {
    zero: 'Bring in',
    one: 'Bring in {count} return',
    other: 'Bring in {count} orders and returns',
  },

  'history-screen.running': 'Bringing in {file}',
  'history-screen.run-begins': 'Adding products and customers',
  'history-screen.lines-of': '{done} of {total} rows',
  'history-screen.running-more':
    'It is all or nothing: until the last row is in, nothing of it is. Sales wait meanwhile. You may leave this screen; it goes on.',
  'history-screen.stop-run': 'Stop bringing in',
  'history-screen.stopping': 'Stopping…',

  'history-screen.done': {
    zero: 'No order came in, only returns',
    one: '{count} order came in',
    other: '{count} orders came in',
  },
  'history-screen.done-more':
    'Everything from {file} that could come in is in the shop now. Compare it with the file month by month, or take it back as a whole.',
  'history-screen.returns': 'Returns',
  'history-screen.new-products': 'New products',
  'history-screen.new-customers': 'New customers',
  'history-screen.another': 'Bring in more',
  'history-screen.see-orders': 'See orders',
  'history-screen.see-report': 'See the sales report',
  'history-screen.compare': 'Compare with the file',
} as const;
