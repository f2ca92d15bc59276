/** Texts of the pages that bring a shop back when its file cannot be opened. */
export const recoveryText = {
  'recovery.newest': 'Newest verified backup',
  'recovery.made': 'Made',
  'recovery.still-true': 'Nothing had changed until',
  'recovery.shop': 'Shop',
  'recovery.orders': 'Orders',
  'recovery.sales': 'Sales',
  'recovery.last-order': 'Last order',
  'recovery.last-order-of': '{number}, {time}',
  'recovery.no-order': 'None yet',
  'recovery.after': 'What was sold or changed after it was made is not in it.',
  'recovery.none': 'There is no verified backup in the places that this computer knows.',
  'recovery.no-keys':
    'Backups cannot be listed: keys.json, which tells real ones from others, cannot be read.',
  'recovery.encrypted': 'Locked with a passphrase',

  'recovery.ask': 'Bring back this backup…',
  'recovery.backups': 'All verified backups…',
  'recovery.salvage': 'Save what can be read…',
  'recovery.back': 'Go back',
  'recovery.stop': 'Stop',

  'recovery.list-title': 'Verified backups',
  'recovery.list-words':
    'Each was opened and checked after it was made. Choose the newest one that is from before the trouble.',
  'recovery.list-newest': {
    one: 'The newest one is shown.',
    other: 'The newest {count} are shown.',
  },
  'recovery.list-orders': { zero: 'no orders', one: '1 order', other: '{count} orders' },
  'recovery.list-last': 'last order {number}',

  'recovery.ask-title': 'Bring back the shop of {time}',
  'recovery.ask-checked':
    'The backup is opened and checked first. If anything is wrong with it, nothing is changed.',
  'recovery.ask-aside':
    'The file that cannot be opened is put aside, never deleted. It is kept in this folder: {folder}',
  'recovery.ask-to': 'The shop is put here: {path}',
  'recovery.ask-log': 'The shop’s log will say that it was brought back here, where nobody is signed in.',
  'recovery.restore': 'Bring this shop back',
  'recovery.by': 'Nobody signed in, at the recovery page',

  'recovery.working-restore': 'The backup is being opened and checked',
  'recovery.working-salvage': 'What can be read is being saved',
  'recovery.working-opening': 'The shop is being put in its place',
  'recovery.working-words':
    'With a large shop this takes some minutes. Leave the computer on. Until it is done, nothing is changed.',
  'recovery.working-done': '{percent} % done',

  'recovery.salvaged-title': 'This could be saved',
  'recovery.salvaged-words':
    'Everything that could be read was put into a new file. The damaged file is as it was. Compare this with the newest verified backup before you choose.',
  'recovery.salvaged-what': 'What',
  'recovery.salvaged-read': 'Saved',
  'recovery.salvaged-lost': 'Lost',
  'recovery.salvaged-whole': 'Nothing',
  'recovery.salvaged-hole': 'A part could not be read',
  'recovery.salvaged-dropped': {
    one: '1 belongs to something that is lost',
    other: '{count} belong to something that is lost',
  },
  'recovery.salvaged-others': 'Everything else',
  'recovery.salvaged-balanced': 'Everything in it was checked, and it adds up.',
  'recovery.salvaged-unbalanced':
    'Not everything in it adds up. Once it is open, the owner’s Audit screen names what is missing or changed.',
  'recovery.salvaged-open': 'Open what was saved',
  'recovery.salvaged-leave': 'Leave it',
  'recovery.table-orders': 'Orders',
  'recovery.table-orderLines': 'Lines of orders',
  'recovery.table-payments': 'Payments',
  'recovery.table-refunds': 'Refunds',
  'recovery.table-products': 'Products',
  'recovery.table-customers': 'Customers',
  'recovery.table-stockMovements': 'Stock movements',
  'recovery.table-staff': 'Staff',
  'recovery.table-auditEntries': 'Entries of the log',

  'recovery.failed-title-restore': 'This backup was not brought back',
  'recovery.failed-title-salvage': 'Nothing could be saved',
  'recovery.failed-safe':
    'The file that cannot be opened was not deleted, and no new shop was made. Backups are as they were.',
  'recovery.failed-gone': 'It is not where it was any more. Perhaps a stick was taken out.',
  'recovery.failed-damaged':
    'It was opened, and not everything in it is as it should be. Choose another backup.',
  'recovery.failed-passphrase':
    'It is locked with a passphrase that this computer does not know. Choose one that is not locked.',
  'recovery.failed-no-room':
    'The disk has too little room. Free some space, at least twice as much as the shop file takes, then try again.',
  'recovery.failed-unreadable':
    'The file holds nothing that can still be read as a shop. Bring back a backup instead.',
  'recovery.failed-nobody':
    'The people who work in the shop could not be read, so nobody could sign in to what was saved. Bring back a backup instead.',
  'recovery.failed-unknown':
    'Something unexpected happened. Try again; if it happens again, restart the computer.',
} as const;
