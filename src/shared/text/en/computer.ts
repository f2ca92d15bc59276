/** Texts of what this computer is set to: its window, and where the shop file lies. */
export const computerText = {
  'computer.window': 'Window',
  'computer.window-at-start': 'When Orderlla starts',
  'computer.window-as-left': 'As it was left',
  'computer.window-maximized': 'As large as the screen',
  'computer.window-full-screen': 'Full screen',
  'computer.window-note': 'Holds from the next start.',

  'computer.file': 'Shop file',
  'computer.file-note': 'Everything the shop knows is in this one file.',
  'computer.file-where': 'Where it is',
  'computer.file-size': 'Size',
  'computer.file-show': 'Show in its folder',
  'computer.file-move': 'Move to another folder…',
  'computer.file-open': 'Open another shop…',
  'computer.file-fell': 'Where the shop file is could not be read.',
  'computer.warning-synced':
    'A program copies this folder to the cloud. It may copy the file half written, and hold it while you sell. A folder that stays on this computer is safer; copies for safekeeping are made by the backup.',
  'computer.warning-network':
    'This folder is on another computer. When the network falters while you sell, the file can be damaged. A folder on this computer is safer.',

  'computer.move-title': 'Move the shop file',
  'computer.move-from': 'From',
  'computer.move-to': 'To',
  'computer.move-what':
    'Orderlla closes the shop, copies the file, checks the copy and opens it there. Nobody can sell for that time: seconds for most shops. If anything goes wrong, it goes on where it was.',
  'computer.move-after': 'The old file stays in its folder under another name. Everybody signs in again.',
  'computer.move-action': 'Move the shop file',
  'computer.keep-place': 'Leave it where it is',
  'computer.problem-same': 'The shop file is there already. Choose another folder.',
  'computer.problem-exists': 'There is a file of that name already. Choose an empty folder.',
  'computer.problem-not-writable': 'Orderlla may not write there. Choose another folder.',
  'computer.problem-no-room': 'There is not enough room. Choose another disk.',
  'computer.choose-again': 'Choose again…',

  'computer.open-title': 'Open another shop',
  'computer.open-orders': { one: '{count} order', other: '{count} orders' },
  'computer.open-last': 'Last order',
  'computer.open-none': 'None yet',
  'computer.open-what':
    'This shop is closed and stays as it is. The window then shows the other one, and everybody signs in there.',
  'computer.open-action': 'Open {shop}',
  'computer.open-keep': 'Stay with this shop',
  'computer.shop-same': 'This is the shop that is open already.',
  'computer.shop-missing': 'The file is not there any more, or it may not be read.',
  'computer.shop-newer': 'This file is from a newer Orderlla. Install that version first.',
  'computer.shop-foreign': 'This file is not a shop of Orderlla.',
  'computer.shop-damaged': 'This file is damaged. Choose a copy from before.',
  'computer.shop-locked': 'Another program is holding this file. Close it, then choose again.',
  'computer.shop-read-only': 'Orderlla may not write to this file. Allow writing to it and its folder.',
  'computer.shop-no-shop': 'No shop was ever opened in this file.',
  'computer.shop-altered':
    'This file holds tables or rules that Orderlla did not make. It is not opened, because they could change what you sell.',
  'computer.shop-other-keys':
    'This shop was made on another computer, or under another account. Its PINs and passwords can only be checked with that computer’s keys.',

  'computer.moved': 'Moved here on {date}. The file from before is kept: {left}',
  'computer.opened': 'Opened on {date}. The shop from before is kept: {left}',
  'computer.moved-fell': 'On {date} the file could not be moved to {to}. Nothing was lost: {problem}',
  'computer.opened-fell': 'On {date} the shop at {to} could not be opened. Nothing was changed: {problem}',
} as const;
