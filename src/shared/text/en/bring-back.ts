/** Texts of bringing a shop back from a file that somebody chose. */
export const bringBackText = {
  'bring-back.choose': 'Bring a shop back from a file…',
  'bring-back.first-title': 'Do you have a shop already?',
  'bring-back.first-note':
    'Bring it back from a backup, an encrypted backup, a CSV backup or the shop file of another computer.',
  'bring-back.looking': 'Opening a copy of the file and checking it',
  'bring-back.title': 'Bring a shop back from a file',
  'bring-back.in-it': 'What is in it',
  'bring-back.file': 'File',
  'bring-back.shop': 'Shop',
  'bring-back.as-of': 'The shop as it was',
  'bring-back.orders': 'Orders',
  'bring-back.sales': 'Sales',
  'bring-back.last-order': 'Last order',
  'bring-back.order': '{number}, {time}, {total}',
  'bring-back.no-order': 'None yet',
  'bring-back.products': 'Products',
  'bring-back.customers': 'Customers',
  'bring-back.passphrase': 'Passphrase of this backup',
  'bring-back.passphrase-note': 'The backup is encrypted. What is in it is shown once it is open.',
  'bring-back.passphrase-missing': 'Type the passphrase first.',
  'bring-back.open': 'Open the backup',
  'bring-back.code': 'Recovery code of that shop',
  'bring-back.code-note':
    'This shop was made with other keys: on another computer, or here before another shop was brought back. The code on its owner’s paper opens it, and everybody’s PIN works as before.',
  'bring-back.code-missing': 'Type the recovery code first.',
  'bring-back.kept':
    'The shop as it is now is kept for 30 days under Replaced shops, so that you can go back to it.',
  'bring-back.after':
    'It is checked once more first. Then the window shows it, and everybody signs in again. If anything goes wrong, everything stays as it is.',
  'bring-back.working': 'Checking the shop and bringing it up to date',
  'bring-back.opening': 'The shop opens now.',
  'bring-back.action': 'Bring this shop back',
  'bring-back.keep': 'Leave everything as it is',
  'bring-back.percent': '{done}%',
  'bring-back.stop': 'Stop',
  'bring-back.open-kept': 'Open this backup…',
  'bring-back.failed': 'The shop was not brought back {time}',
  'bring-back.failed-safe':
    'The shop from before is open again, and nothing in it was changed. Try once more, or choose another backup. {reason}',
  'bring-back.failed-seen': 'Close this note',
  'bring-back.problem-missing': 'The file is not there any more, or it may not be read. Choose it again.',
  'bring-back.problem-newer':
    'This file is from a newer Orderlla. Install that version first, then bring it back.',
  'bring-back.problem-foreign': 'This file is no shop and no backup of Orderlla. Choose another one.',
  'bring-back.problem-damaged':
    'This file is not a whole shop: it is damaged, or not from Orderlla. Choose another backup.',
  'bring-back.found': 'What was found: {found}',
  'bring-back.problem-no-shop': 'No shop was ever opened in this file. Choose another one.',
  'bring-back.problem-altered':
    'This file holds tables or rules that Orderlla did not make. It is not brought back, because they could change what you sell.',
  'bring-back.problem-same': 'This is the file of the shop that is open already.',
  'bring-back.problem-no-key-copy':
    'This shop was made on another computer, before its keys travelled with it. Open it there with this version and make a new recovery code, then bring back a backup from after that.',
} as const;
