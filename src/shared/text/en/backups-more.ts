/** More texts of backups: one of them, the two places, the passphrase. */
export const backupsMoreText = {
  'backups.fact-shop': 'Shop',
  'backups.fact-made': 'Made',
  'backups.fact-true': 'Still the same',
  'backups.fact-verified': 'Last checked',
  'backups.fact-never': 'Not yet',
  'backups.fact-products': 'Products',
  'backups.fact-customers': 'Customers',
  'backups.fact-kept': 'Kept as the newest of',
  'backups.fact-encrypted': 'Encrypted',
  'backups.fact-yes': 'Yes, with a passphrase',
  'backups.fact-no': 'No',
  'backups.fact-order': 'Order {number}, {time}, {total}',
  'backups.fact-no-order': 'None yet',
  'backups.kept-hour': 'its hour',
  'backups.kept-day': 'its day',
  'backups.kept-month': 'its month',
  'backups.kept-nothing': 'Nothing: it goes with the next one',
  'backups.unknown-note':
    'It was made with other keys than this shop has now, before a shop of another computer was brought back here, or what vouched for it is gone. Open it to see what is in it. With the recovery code from that time it can be brought back.',
  'backups.damaged-note': 'Do not rely on this backup. Others may be whole, and a new one is made quickly.',

  'backups.check': 'Check again',
  'backups.check-whole': 'Opened and whole: file, totals, stock, numbers and log agree.',
  'backups.check-damaged': 'This backup is damaged',
  'backups.problem-file': 'The file itself is not whole',
  'backups.problem-references': 'Rows belong to something that is missing',
  'backups.problem-schema': 'Its tables are not as Orderlla makes them',
  'backups.problem-money': 'Amounts do not add up',
  'backups.problem-stock': 'Stock is not what its movements say',
  'backups.problem-numbers': 'Order numbers have gaps',
  'backups.problem-chain': 'The log was changed or cut',
  'backups.problem-seals': 'Orders or papers were changed past Orderlla',
  'backups.problem-counts': 'Rows are missing or too many',
  'backups.problem-of': '{problem} ({count})',
  'backups.passphrase-of': 'Passphrase of this backup',
  'backups.passphrase-of-note': 'It was encrypted with another passphrase than the one in use now.',
  'backups.passphrase-of-missing': 'Type the passphrase it was encrypted with.',
  'backups.check-with': 'Check with this passphrase',

  'backups.automatic-title': 'When',
  'backups.automatic': 'Make backups automatically',
  'backups.automatic-on':
    'Each hour in which something changed. The newest of the last 24 hours, 30 days and 12 months are kept.',
  'backups.automatic-off': 'They are off: a backup is made only when somebody presses the button.',
  'backups.automatic-was-on': 'Backups are made automatically.',
  'backups.automatic-was-off': 'Backups are made only by hand from now on.',
  'backups.settings-right': 'The owner changes this.',

  'backups.first': 'On this computer',
  'backups.first-note': 'Safe against mistakes and damaged files, but not when the computer is lost.',
  'backups.folder': 'Folder',
  'backups.free': 'Room left',
  'backups.free-none': 'Not there now',
  'backups.show': 'Show the folder',
  'backups.show-of': 'Show the folder: {place}',
  'backups.first-synced': 'A program copies this folder to the cloud. Backups in it are copied too.',
  'backups.first-network': 'This folder is on another computer. Without the network no backup can be made.',
  'backups.first-same-disk': 'This folder is on the same disk as the shop file.',

  'backups.second': 'Second place',
  'backups.second-none':
    'Backups lie on this computer only: whatever takes the computer takes them too. Choose a stick, a folder on the network, or one that is copied to the cloud.',
  'backups.second-note': 'Each verified backup is copied here and read once more.',
  'backups.second-choose': 'Choose a second place…',
  'backups.second-change': 'Choose another…',
  'backups.second-waiting-term': 'Still to copy',
  'backups.second-waiting': { zero: 'Nothing', one: '{count} backup', other: '{count} backups' },
  'backups.second-copied': 'Last copy',
  'backups.second-away':
    'The second place is not there now. Plug in the stick or connect the folder, and what waits is copied by itself.',
  'backups.second-failure':
    'Copying there failed {time}. Backups on this computer are as they were. {reason}',
  'backups.second-same-disk':
    'This is the disk that the shop is on: when the disk fails, both are lost. A stick or another computer is safer.',
  'backups.second-synced':
    'A program copies this folder to the cloud: so the backups are in a third place as well.',
  'backups.second-network':
    'This folder is on another computer. While it cannot be reached, backups wait here.',
  'backups.second-stop': 'Stop copying',
  'backups.second-stop-title': 'Stop copying to the second place',
  'backups.second-stop-what':
    'New backups lie on this computer only. What lies in the second place already stays there.',
  'backups.second-keep': 'Go on copying',
  'backups.second-stopped': 'Backups are not copied to a second place any more.',
  'backups.second-title': 'Copy backups to this folder',
  'backups.second-what':
    'Every verified backup is copied here, and what is kept here already stays. Whoever can open the folder can read backups that are not encrypted.',
  'backups.second-use': 'Copy backups here',
  'backups.second-used': 'Backups are copied to {path} from now on.',
  'backups.second-problem-same': 'This is the folder that backups lie in already. Choose another one.',
  'backups.second-problem-not-writable': 'Orderlla may not write there. Choose another folder.',
  'backups.second-problem-no-room': 'There is not enough room for a backup. Choose another disk.',

  'backups.passphrase': 'Passphrase',
  'backups.passphrase-off':
    'Backups are not encrypted: whoever has the file can read what was sold and to whom.',
  'backups.passphrase-on':
    'Backups are encrypted. This computer knows the passphrase and needs no one to type it; anywhere else it must be typed.',
  'backups.passphrase-set': 'Set a passphrase…',
  'backups.passphrase-change': 'Change the passphrase…',
  'backups.passphrase-remove': 'Stop encrypting',
  'backups.passphrase-title': 'Encrypt backups with a passphrase',
  'backups.passphrase-new': 'New passphrase',
  'backups.passphrase-again': 'The same once more',
  'backups.passphrase-note':
    'At least 10 characters. Four or five words that do not belong together are best.',
  'backups.passphrase-short': 'At least 10 characters.',
  'backups.passphrase-differs': 'This is not the same as above.',
  'backups.passphrase-lost':
    'Write it down and keep it away from this computer. If it is forgotten, no backup made with it can be opened: not by you, not by us, not by anybody.',
  'backups.passphrase-before':
    'Backups made before stay as they are, with the passphrase they had or without one.',
  'backups.passphrase-action': 'Encrypt backups',
  'backups.passphrase-was-set': 'Backups are encrypted with the new passphrase from now on.',
  'backups.passphrase-remove-title': 'Stop encrypting backups',
  'backups.passphrase-remove-what':
    'New backups can be read by whoever has the file. Those made before still need the passphrase: keep it.',
  'backups.passphrase-keep': 'Go on encrypting',
  'backups.passphrase-was-removed': 'New backups are not encrypted any more.',
} as const;
