/** Texts of the shell: printers, a window that cannot be drawn, a shop file that cannot be opened. */
export const shellText = {
  'shell.no-printer': 'This computer has no printer.',
  'shell.printer-gone': 'The printer {printer} is not there any more.',
  'shell.printer-silent': 'The printer did not answer within a minute.',
  'shell.print-refused': 'The printer refused the page.',
  'shell.shop-file': 'Orderlla shop file',
  'shell.choose-shop-file': 'Choose the shop file',
  'shell.choose-shop-folder': 'Choose the folder for the shop file',
  'shell.choose-backup': 'Choose the backup',
  'shell.backup-file': 'Backups of Orderlla',
  'shell.every-file': 'All files',
  'shell.choose-second-place': 'Choose where copies of backups go',
  'shell.window-broken': 'Orderlla could not draw this window',
  'shell.window-broken-safe': 'Everything that was sold is kept, and so is the open cart.',
  'shell.window-reload': 'Open the window again',
  'shell.break-title': 'This till is taking a break',
  'shell.break-words': 'Please order at the counter.',
  'shell.break-staff': 'I work here',
  'shell.trouble-retry': 'Try again',
  'shell.trouble-choose': 'Open another shop file…',
  'shell.trouble-quit': 'Quit Orderlla',
  'shell.trouble-safe': 'Nothing was changed, and no new shop was made.',
  'shell.trouble-quote': 'When you ask for help, quote this time: {at}',
  'shell.trouble-title-missing': 'The shop file is not where it was',
  'shell.trouble-words-missing':
    'Orderlla keeps everything in one file, and it is not in its place any more. Perhaps its folder was moved or renamed, or a disk is not connected. Put it back and try again, or choose where it is now.',
  'shell.trouble-title-newer': 'This shop file is from a newer Orderlla',
  'shell.trouble-words-newer':
    'A newer version has already worked with this file, and this one does not understand all of it. Install the newer version on this computer, then open Orderlla again.',
  'shell.trouble-title-foreign': 'This file is not a shop',
  'shell.trouble-words-foreign':
    'The file in this place was not made by Orderlla. Choose the file that holds your shop.',
  'shell.trouble-title-folder': 'There is a folder where the shop file should be',
  'shell.trouble-words-folder':
    'A folder has taken the place of the file that holds your shop. Move the folder away, put the file back and try again, or choose where it is now.',
  'shell.trouble-title-empty': 'The shop file is empty',
  'shell.trouble-words-empty':
    'The file is there, and nothing is in it any more. This happens when a disk is full or fails, or when a program that copies files stops half-way. If you have a copy of it, choose that.',
  'shell.trouble-title-damaged': 'The shop file is damaged',
  'shell.trouble-words-damaged':
    'The file can no longer be read as it should. Do not delete or overwrite it: much of it can often be saved. If you have a copy from before, choose it.',
  'shell.trouble-title-locked': 'The shop file is in use',
  'shell.trouble-words-locked':
    'Another program is holding the shop file: perhaps a copy of Orderlla on another computer, or one that copies files to the cloud. Close it, then try again.',
  'shell.trouble-title-unreadable': 'The shop file cannot be read or written now',
  'shell.trouble-words-unreadable':
    'This computer says that the disk with the shop file does not answer as it should. Perhaps a cable or a stick came loose, or the disk is about to fail. Connect it again and try again; what was sold before is in the file.',
  'shell.trouble-title-read-only': 'The shop file cannot be written',
  'shell.trouble-words-read-only':
    'Orderlla may read this file but not write to it, so it could not keep what you sell. Allow writing to the file and its folder, then try again.',
  'shell.trouble-title-no-room': 'The disk is full',
  'shell.trouble-words-no-room':
    'Orderlla needs a little room beside the shop file to open it, and there is none. Everything that was sold is kept. Free some space on this disk, then try again.',
  'shell.trouble-title-keys': 'The keys of this shop cannot be read',
  'shell.trouble-words-keys':
    'Beside the shop file lies keys.json; without it no PIN and no password can be checked. It belongs to this account of this computer. Put it back, or sign in to the computer as before, then try again. If it is lost, the recovery code on the owner’s paper opens the shop as well.',
  'shell.trouble-title-moving': 'The shop file is being copied',
  'shell.trouble-words-moving':
    'Orderlla copies the shop file to its new place, checks the copy page by page and then opens it there. With a large shop this takes a minute or two. Leave the computer on; the shop comes back by itself, and if anything goes wrong it goes on where it was.',
  'shell.trouble-title-upgrading': 'Your shop is being brought to this version',
  'shell.trouble-words-upgrading':
    'Orderlla first makes a backup of the shop and checks it. Then it brings a copy to this version, compares the copy with the original and puts it in its place. With a large shop this takes some minutes. Leave the computer on; if anything goes wrong, the shop stays as it was.',
  'shell.trouble-done-upgrading': '{percent} % done',
  'shell.trouble-title-upgrade': 'The shop could not be brought to this version',
  'shell.trouble-words-upgrade':
    'Your shop is exactly as it was: the new version worked on a copy, and that copy was thrown away. Make sure that the disk has room and try again; if it happens again, go on with the version that you had before.',
  'shell.trouble-backup-verified': 'A backup was made before and checked. It lies in this folder:',
  'shell.trouble-backup-with-problems':
    'A backup was made before. Something in the shop was not as it should be already, and so it is in the backup; the log says what. It lies in this folder:',
  'shell.trouble-title-unknown': 'The shop could not be opened',
  'shell.trouble-words-unknown':
    'Something unexpected happened while Orderlla opened the shop file. Try again; if it happens again, restart the computer.',
} as const;
