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
  'recovery.open-cart': {
    one: 'The open sale of 1 item is kept too. It comes back with the shop.',
    other: 'The open sale of {count} items is kept too. It comes back with the shop.',
  },
  'recovery.none': 'There is no verified backup in the places that this computer knows.',
  'recovery.newest-unknown': 'Newest backup',
  'recovery.no-keys':
    'The keys of this shop, which tell real backups from others, cannot be read. The recovery code on the owner’s paper opens a backup all the same.',
  'recovery.traces':
    'Backups or keys in Orderlla’s folder tell of a shop on this computer, so no empty one was made in its place.',
  'recovery.reserve':
    'Orderlla keeps 32 MB of this disk in reserve for such a day. Give that up to open the shop and close the day; it is made again once there is room.',
  'recovery.no-reserve': 'The room that Orderlla keeps in reserve was used already, or there is none.',
  'recovery.encrypted': 'Locked with a passphrase',

  'recovery.ask': 'Bring back this backup…',
  'recovery.backups': 'All verified backups…',
  'recovery.salvage': 'Save what can be read…',
  'recovery.backups-unknown': 'Backups on this computer…',
  'recovery.file': 'Bring a shop back from a file…',
  'recovery.code': 'Enter the recovery code…',
  'recovery.new': 'Begin with a new shop…',
  'recovery.give-up': 'Give up the reserve and open the shop',
  'recovery.back': 'Go back',
  'recovery.stop': 'Stop',

  'recovery.list-title': 'Verified backups',
  'recovery.list-unknown': 'Backups on this computer',
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
  'recovery.file-is': 'It comes from this file: {path}',

  'recovery.locked-title': 'This backup is locked with a passphrase',
  'recovery.passphrase-label': 'Passphrase of this backup',
  'recovery.passphrase-note':
    'It was made with a passphrase that this computer does not know. Type it as it was when the backup was made.',
  'recovery.passphrase-wrong': 'This passphrase does not open it. Nothing was changed.',

  'recovery.code-title': 'Open the shop with the recovery code',
  'recovery.code-words':
    'The shop file holds a locked copy of its keys. The code on the owner’s paper opens it: the shop opens as it was, and every PIN and password works as before.',
  'recovery.code-label': 'Recovery code',
  'recovery.code-note': 'As on the newest paper. Capitals and dashes do not matter.',
  'recovery.code-other':
    'This computer has no keys for this shop. The code on its owner’s paper opens it, and every PIN works as before.',
  'recovery.code-wrong': 'This code does not open it. A code from before a newer one was made opens nothing.',
  'recovery.code-open': 'Open the shop',

  'recovery.new-title': 'Begin with a new, empty shop',
  'recovery.new-words':
    'If there was a shop on this computer, go back and bring it back from a backup or a file: a new shop holds nothing of it.',
  'recovery.new-kept': 'Nothing is deleted. Backups and keys stay where they are.',
  'recovery.begin': 'Begin with a new shop',
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
    'Not everything in it adds up. Once it is open, the log names what is missing or changed.',
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
  'recovery.failed-title-keys': 'The shop was not opened',
  'recovery.failed-safe':
    'The file that cannot be opened was not deleted, and no new shop was made. Backups are as they were.',
  'recovery.failed-gone': 'It is not where it was any more. Perhaps a stick was taken out.',
  'recovery.failed-damaged':
    'It was opened, and not everything in it is as it should be. Choose another backup.',
  'recovery.failed-same': 'This is the file that cannot be opened. Choose another one.',
  'recovery.failed-no-key-copy':
    'This shop file is from before its keys travelled with it, so that no code opens it. Put keys.json back, or bring back a backup.',
  'recovery.failed-no-room':
    'The disk has too little room. Free some space, at least twice as much as the shop file takes, then try again.',
  'recovery.failed-unreadable':
    'The file holds nothing that can still be read as a shop. Bring back a backup instead.',
  'recovery.failed-nobody':
    'The people who work in the shop could not be read, so nobody could sign in to what was saved. Bring back a backup instead.',
  'recovery.failed-unknown':
    'Something unexpected happened. Try again; if it happens again, restart the computer.',
} as const;
