/** What a check may find: what it says, what it means, and what to do. */
export const auditFindingsText = {
  'audit-findings.found-entry-changed': '{target} says something else than when it was written',
  'audit-findings.means-entry-changed': 'Somebody changed the log itself with another program.',
  'audit-findings.do-entry-changed':
    'Do not trust what this entry says. Ask who had this computer or a copy of the shop file, and compare with a backup.',
  'audit-findings.found-entries-missing': {
    one: 'Entry {from} of the log is missing',
    other: '{count} entries of the log are missing, {from} to {to}',
  },
  'audit-findings.means-entries-missing': 'Somebody took them out of the log with another program.',
  'audit-findings.do-entries-missing':
    'A backup from before may still hold them. Compare what was sold and refunded around that time.',
  'audit-findings.found-history-shorter': 'The log ends at entry {from}, and it went on to {to}',
  'audit-findings.means-history-shorter':
    'Either an older copy of the shop file was put in its place, or the end of the log was cut off. On {keptAt} it was longer.',
  'audit-findings.do-history-shorter':
    'If you brought a backup back yourself, say so when you acknowledge it. If not, what was done in between is missing: ask who had this computer.',
  'audit-findings.found-history-differs': 'The log goes on otherwise from entry {from} than it did here',
  'audit-findings.means-history-differs':
    'This shop file and the one that was used on this computer on {keptAt} parted ways.',
  'audit-findings.do-history-differs':
    'If the shop file was used on another computer and brought back, say so when you acknowledge it. If not, look for the other file.',
  'audit-findings.found-head-missing': 'What Orderlla keeps beside the shop file is gone',
  'audit-findings.means-head-missing':
    'It tells which entry of the log was the newest. Without it nobody can tell whether the end of the log was cut off before today.',
  'audit-findings.do-head-missing':
    'This is normal after moving to a new computer. If you did not move, ask who removed files on this one. From now on it is kept again.',
  'audit-findings.found-head-damaged': 'What Orderlla keeps beside the shop file was not written by it',
  'audit-findings.means-head-damaged':
    'It was damaged, or somebody wrote it to hide that the log was cut off.',
  'audit-findings.do-head-damaged':
    'Compare the newest orders with receipts or with a backup. From now on it is kept again.',
  'audit-findings.found-orders-missing': {
    one: 'Order {from} is missing',
    other: '{count} orders are missing, {from} to {to}',
  },
  'audit-findings.means-orders-missing':
    'Order numbers have no gaps. Somebody took these orders out of the shop file with another program.',
  'audit-findings.do-orders-missing':
    'The log still says who placed them and for how much. Compare with receipts and a backup.',
  'audit-findings.found-order-changed': '{target} says something else than when Orderlla wrote it',
  'audit-findings.means-order-changed':
    'Its lines, payments, total or status were changed with another program, past the till and past the log.',
  'audit-findings.do-order-changed':
    'Look at the order, and at what the log says was done to it. A receipt or a backup shows what it was.',
  'audit-findings.found-order-added': '{target} was never placed here',
  'audit-findings.means-order-added': 'It was put into the shop file with another program.',
  'audit-findings.do-order-added':
    'Look at the order. It counts in the figures of its day, so note that day.',
  'audit-findings.found-rows-changed': 'Changed past Orderlla: {target}',
  'audit-findings.means-rows-changed': 'This was written with another program: {table}.',
  'audit-findings.do-rows-changed': 'Look at it, put right what is wrong, then acknowledge this.',
  'audit-findings.found-rows-missing': 'Removed past Orderlla: {target}',
  'audit-findings.means-rows-missing': 'This was taken out with another program: {table}.',
  'audit-findings.do-rows-missing': 'A backup from before may still hold it.',
  'audit-findings.found-rows-added': 'Added past Orderlla: {target}',
  'audit-findings.means-rows-added': 'This was put in with another program: {table}.',
  'audit-findings.do-rows-added': 'Look at it. If it does not belong there, archive or disable it.',
  'audit-findings.found-seals-missing': 'Seals are missing: {target}',
  'audit-findings.means-seals-missing':
    'By its seal Orderlla knows whether something is as it wrote it. Somebody removed it: {table}.',
  'audit-findings.do-seals-missing':
    'What was changed before today can no longer be told from the file. Compare with a backup.',
  'audit-findings.found-seals-changed': 'Seals were not written by Orderlla: {target}',
  'audit-findings.means-seals-changed': 'Somebody wrote seals of their own to hide a change: {table}.',
  'audit-findings.do-seals-changed': 'Do not trust what it says. Compare with a backup.',

  'audit-findings.found-figures-differ': {
    one: 'A figure of a closed day is not what its orders say: {day}',
    other: '{count} figures of closed days are not what their orders say, the first of {day}',
  },
  'audit-findings.means-figures-differ':
    'Orders and payments are as they were. A day was added up wrongly, or its figures were changed with another program.',
  'audit-findings.do-figures-differ':
    'Have the closed days added up anew, under Settings, Figures. Reports of these days are right from then on.',

  'audit-findings.sealed-shop': 'the settings',
  'audit-findings.sealed-shopFile': 'which shop file this is',
  'audit-findings.sealed-keyCopy': 'the keys, locked with the recovery code',
  'audit-findings.sealed-taxClasses': 'tax classes',
  'audit-findings.sealed-taxRates': 'tax rates',
  'audit-findings.sealed-tenders': 'ways to pay',
  'audit-findings.sealed-statusMoves': 'what an order may become',
  'audit-findings.sealed-refundMoves': 'what a refund may become',
  'audit-findings.sealed-staff': 'people, their roles, PINs and passwords',
  'audit-findings.sealed-staffRights': 'rights of people',
  'audit-findings.sealed-customers': 'customers',
  'audit-findings.sealed-categories': 'categories',
  'audit-findings.sealed-products': 'products and prices',
  'audit-findings.sealed-barcodes': 'barcodes',
  'audit-findings.sealed-stockRules': 'stock rules',
  'audit-findings.sealed-stockMovements': 'stock movements',
  'audit-findings.sealed-stockReceipts': 'deliveries received',
  'audit-findings.sealed-stockAdjustments': 'corrections of stock',
  'audit-findings.sealed-stockCounts': 'stock-takes',
  'audit-findings.sealed-stockCountLines': 'counts of stock-takes',
  'audit-findings.sealed-returns': 'returns',
  'audit-findings.sealed-returnLines': 'goods that came back',
  'audit-findings.sealed-refunds': 'refunds',
  'audit-findings.sealed-invoices': 'invoices',
  'audit-findings.sealed-cartRemovals': 'lines removed before paying',
  'audit-findings.sealed-auditChecks': 'checks',
  'audit-findings.sealed-auditFindings': 'findings',
  'audit-findings.sealed-paperSeals': 'seals of deliveries, corrections, counts and returns',
  'audit-findings.sealed-schema': 'how the shop file is built',
  'audit-findings.sealed-many': '{table} ({count})',
  'audit-findings.sealed-source': '{table} of {source}',
  'audit-findings.sealed-usedOrderPrefixes': 'letters before order numbers that were used',
  'audit-findings.sealed-orders': 'orders',
  'audit-findings.sealed-orderLines': 'lines of orders',
  'audit-findings.sealed-orderTaxes': 'taxes of orders',
  'audit-findings.sealed-payments': 'payments',
  'audit-findings.sealed-orderEvents': 'what happened to orders',
  'audit-findings.sealed-historyImports': 'imports of sales history',

  'audit-findings.the-file': 'the shop file',
  'audit-findings.named-target': '{thing}, {name}',
} as const;
