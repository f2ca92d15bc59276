/** Texts about imports of sales history that are done: their list, the comparison with the file, taking one back. */
export const historyPastText = {
  'history-past.title': 'Imports of sales history',
  'history-past.list': 'Imports of sales history',
  'history-past.file': 'File',
  'history-past.at': 'Brought in',
  'history-past.by': 'By',
  'history-past.orders': 'Orders',
  'history-past.returns': 'Returns',
  'history-past.span': 'Sold from and to',
  'history-past.state': 'State',
  'history-past.state-here': 'In the shop',
  'history-past.state-gone': 'Taken back',
  'history-past.row-name': '{file}, brought in {time}',
  'history-past.nobody': 'Orderlla',
  'history-past.span-words': '{from} – {to}',
  'history-past.none': 'No sales history yet',
  'history-past.none-help':
    'Sales from another program stand here once they came in, each file with a comparison of what it says and what the shop has.',
  'history-past.bring-in': 'Bring in history',
  'history-past.unreadable': 'The imports could not be read',
  'history-past.unreadable-safe': 'Nothing was changed. What came in is still in the shop.',
  'history-past.see-all': 'See all imports',

  'history-past.gone': 'There is no such import',
  'history-past.gone-help': 'Its address may be wrong, or it is of another shop.',
  'history-past.subtitle': 'Brought in {time} by {person}',
  'history-past.sold': 'Sold {span}',
  'history-past.comparing': 'Comparing the file with the shop',
  'history-past.comparing-orders': '{done} of {total} orders and returns',
  'history-past.stop': 'Stop comparing',
  'history-past.stopped': 'The comparison was stopped',
  'history-past.stopped-help': 'Nothing was changed. It can be made again at any time.',
  'history-past.compare': 'Compare again',
  'history-past.failed': 'The file could not be compared with the shop',
  'history-past.failed-safe': 'Nothing was changed. What came in is still in the shop.',

  'history-past.agrees': 'The shop has what the file says',
  'history-past.agrees-exact': 'Every order, return and line is there, and every amount is the same.',
  'history-past.agrees-rounded':
    'Every order, return and line is there. Amounts differ by rounding alone, which is explained below.',
  'history-past.differs': {
    one: 'The shop differs from the file in {count} month',
    other: 'The shop differs from the file in {count} months',
  },
  'history-past.differs-help':
    'Look at the months without a tick. Have the shop file checked in the log: an import alone never leaves such a difference.',
  'history-past.unread': {
    one: '{count} row of the file could not be read. It is in none of these figures.',
    other: '{count} rows of the file could not be read. They are in none of these figures.',
  },
  'history-past.left-out': {
    one: '{count} order or return of the file did not come in: it was here before, could not be read whole, or was not wanted.',
    other:
      '{count} orders and returns of the file did not come in: they were here before, could not be read whole, or were not wanted.',
  },

  'history-past.figure-file': 'The file says',
  'history-past.figure-out': 'Did not come in',
  'history-past.figure-shop': 'The shop has',
  'history-past.figure-difference': 'Difference',
  'history-past.figure-note': 'Sales less what came back',

  'history-past.measure': 'Amounts to compare',
  'history-past.measure-sales': 'Sales',
  'history-past.measure-returned': 'Came back',
  'history-past.measure-tax': 'Tax',

  'history-past.months': 'Month by month',
  'history-past.months-scroll': 'Months of the file and the shop',
  'history-past.month': 'Month',
  'history-past.rows': 'Lines',
  'history-past.in-file': 'File',
  'history-past.out': 'Left out',
  'history-past.in-shop': 'Shop',
  'history-past.difference': 'Difference',
  'history-past.tick': 'Agrees',
  'history-past.total': 'Together',
  'history-past.yes': 'Agrees',
  'history-past.no': 'Differs',
  'history-past.count-of': '{shop} of {file}',

  'history-past.chart': 'The file and the shop by month',
  'history-past.chart-label': '{measure} by month, as the file says and as the shop has them.',

  'history-past.rounding': 'How amounts were rounded',
  'history-past.rounding-none': 'Nothing was rounded: the file has no amount finer than the shop counts in.',
  'history-past.rounding-why':
    'The file writes some amounts finer than {unit}, the least that the shop counts in. Each line was rounded once, and tax once for each rate of a receipt; exact halves go up. Over the whole file that comes to:',
  'history-past.rounding-more': '{amount} more than the file',
  'history-past.rounding-less': '{amount} less than the file',
  'history-past.rounding-same': 'the same as the file',

  'history-past.undo': 'Take back import',
  'history-past.undo-title': 'Take back “{file}”',
  'history-past.undo-goes': 'What goes',
  'history-past.undo-goes-orders': {
    one: '{count} order, with its payments and refunds',
    other: '{count} orders, with their payments and refunds',
  },
  'history-past.undo-goes-returns': { one: '{count} return', other: '{count} returns' },
  'history-past.undo-goes-made':
    'Products, customers and ways of paying that it made and that nobody has used or changed since',
  'history-past.undo-goes-reports': 'Its sales in every report and in customers’ figures',
  'history-past.undo-stays': 'What stays',
  'history-past.undo-stays-made': 'Products, customers and ways of paying that are used or were changed',
  'history-past.undo-stays-sales': 'All sales of this shop, and its stock: the import never moved any',
  'history-past.undo-stays-entry': 'This entry, and how the file was read, so that it can come in again',
  'history-past.undo-check':
    'If somebody has worked on one of its orders since, nothing is taken back and you are told which.',
  'history-past.keep': 'Keep import',
  'history-past.undoing': 'Taking the import back',
  'history-past.undo-stop': 'Stop taking back',
  'history-past.undo-stopped': 'Stopped. Everything of the import is still there.',
  'history-past.undone-toast': {
    one: '“{file}” was taken back: {count} order is gone.',
    other: '“{file}” was taken back: {count} orders are gone.',
  },
  'history-past.undone-kept': {
    one: '“{file}” was taken back. {count} thing that it made stays, because it is used or was changed.',
    other:
      '“{file}” was taken back. {count} things that it made stay, because they are used or were changed.',
  },
  'history-past.touched-title': 'Nothing was taken back',
  'history-past.touched': {
    one: '{count} order was worked on since it came in, and what was done to it would be lost:',
    other: '{count} orders were worked on since they came in, and what was done to them would be lost:',
  },
  'history-past.touched-order': 'Order {order}',
  'history-past.touched-more': 'and others',
  'history-past.taken-back': 'This import was taken back {time}',
  'history-past.taken-back-help':
    'Its orders and returns are gone, and no report counts them. The same file can come in again.',
} as const;
