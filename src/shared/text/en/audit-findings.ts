/** What a check may find: what it says, what it means, and what to do. */
export const auditFindingsText = {
  'audit.found-entry-changed': '{target} says something else than when it was written',
  'audit.means-entry-changed': 'Somebody changed the log itself with another program.',
  'audit.do-entry-changed':
    'Do not trust what this entry says. Ask who had this computer or a copy of the shop file, and compare with a backup.',
  'audit.found-entries-missing': {
    one: 'Entry {from} of the log is missing',
    other: '{count} entries of the log are missing, {from} to {to}',
  },
  'audit.means-entries-missing': 'Somebody took them out of the log with another program.',
  'audit.do-entries-missing':
    'A backup from before may still hold them. Compare what was sold and refunded around that time.',
  'audit.found-history-shorter': 'The log ends at entry {from}, and it went on to {to}',
  'audit.means-history-shorter':
    'Either an older copy of the shop file was put in its place, or the end of the log was cut off. On {keptAt} it was longer.',
  'audit.do-history-shorter':
    'If you brought a backup back yourself, say so when you acknowledge it. If not, what was done in between is missing: ask who had this computer.',
  'audit.found-history-differs': 'The log goes on otherwise from entry {from} than it did here',
  'audit.means-history-differs':
    'This shop file and the one that was used on this computer on {keptAt} parted ways.',
  'audit.do-history-differs':
    'If the shop file was used on another computer and brought back, say so when you acknowledge it. If not, look for the other file.',
  'audit.found-head-missing': 'What Orderlla keeps beside the shop file is gone',
  'audit.means-head-missing':
    'It tells which entry of the log was the newest. Without it nobody can tell whether the end of the log was cut off before today.',
  'audit.do-head-missing':
    'This is normal after moving to a new computer. If you did not move, ask who removed files on this one. From now on it is kept again.',
  'audit.found-head-damaged': 'What Orderlla keeps beside the shop file was not written by it',
  'audit.means-head-damaged': 'It was damaged, or somebody wrote it to hide that the log was cut off.',
  'audit.do-head-damaged':
    'Compare the newest orders with receipts or with a backup. From now on it is kept again.',
  'audit.found-orders-missing': {
    one: 'Order {from} is missing',
    other: '{count} orders are missing, {from} to {to}',
  },
  'audit.means-orders-missing':
    'Order numbers have no gaps. Somebody took these orders out of the shop file with another program.',
  'audit.do-orders-missing':
    'The log still says who placed them and for how much. Compare with receipts and a backup.',
  'audit.found-order-changed': '{target} says something else than when Orderlla wrote it',
  'audit.means-order-changed':
    'Its lines, payments, total or status were changed with another program, past the till and past the log.',
  'audit.do-order-changed':
    'Look at the order, and at what the log says was done to it. A receipt or a backup shows what it was.',
  'audit.found-order-added': '{target} was never placed here',
  'audit.means-order-added': 'It was put into the shop file with another program.',
  'audit.do-order-added': 'Look at the order. It counts in the figures of its day, so note that day.',
  'audit.found-rows-changed': 'Changed past Orderlla: {target}',
  'audit.means-rows-changed': 'This was written with another program: {table}.',
  'audit.do-rows-changed': 'Look at it, put right what is wrong, then acknowledge this.',
  'audit.found-rows-missing': 'Removed past Orderlla: {target}',
  'audit.means-rows-missing': 'This was taken out with another program: {table}.',
  'audit.do-rows-missing': 'A backup from before may still hold it.',
  'audit.found-rows-added': 'Added past Orderlla: {target}',
  'audit.means-rows-added': 'This was put in with another program: {table}.',
  'audit.do-rows-added': 'Look at it. If it does not belong there, archive or disable it.',
  'audit.found-seals-missing': 'Seals are missing: {target}',
  'audit.means-seals-missing':
    'By its seal Orderlla knows whether something is as it wrote it. Somebody removed it: {table}.',
  'audit.do-seals-missing':
    'What was changed before today can no longer be told from the file. Compare with a backup.',
  'audit.found-seals-changed': 'Seals were not written by Orderlla: {target}',
  'audit.means-seals-changed': 'Somebody wrote seals of their own to hide a change: {table}.',
  'audit.do-seals-changed': 'Do not trust what it says. Compare with a backup.',

  'audit.sealed-shop': 'the settings',
  'audit.sealed-shopFile': 'which shop file this is',
  'audit.sealed-taxClasses': 'tax classes',
  'audit.sealed-taxRates': 'tax rates',
  'audit.sealed-tenders': 'ways to pay',
  'audit.sealed-statusMoves': 'what an order may become',
  'audit.sealed-refundMoves': 'what a refund may become',
  'audit.sealed-staff': 'people, their roles, PINs and passwords',
  'audit.sealed-staffRights': 'rights of people',
  'audit.sealed-customers': 'customers',
  'audit.sealed-categories': 'categories',
  'audit.sealed-products': 'products and prices',
  'audit.sealed-barcodes': 'barcodes',
  'audit.sealed-stockRules': 'stock rules',
  'audit.sealed-stockMovements': 'stock movements',
  'audit.sealed-stockReceipts': 'deliveries received',
  'audit.sealed-stockAdjustments': 'corrections of stock',
  'audit.sealed-stockCounts': 'stock-takes',
  'audit.sealed-stockCountLines': 'counts of stock-takes',
  'audit.sealed-returns': 'returns',
  'audit.sealed-returnLines': 'goods that came back',
  'audit.sealed-refunds': 'refunds',
  'audit.sealed-invoices': 'invoices',
  'audit.sealed-cartRemovals': 'lines removed before paying',
  'audit.sealed-auditChecks': 'checks',
  'audit.sealed-auditFindings': 'findings',
  'audit.sealed-historyImports': 'imports of sales history',
  'audit.sealed-paperSeals': 'seals of deliveries, corrections, counts and returns',
  'audit.sealed-schema': 'how the shop file is built',
  'audit.sealed-many': '{table} ({count})',
  'audit.sealed-source': '{table} of {source}',
  'audit.sealed-orders': 'orders',
  'audit.sealed-orderLines': 'lines of orders',
  'audit.sealed-orderTaxes': 'taxes of orders',
  'audit.sealed-payments': 'payments',
  'audit.sealed-orderEvents': 'what happened to orders',

  'audit.the-file': 'the shop file',
  'audit.named-target': '{thing}, {name}',
} as const;
