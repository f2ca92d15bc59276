/** Texts of bringing a shop back from a backup. */
export const backupsRestoreText = {
  'backups.restore': 'Bring this shop back…',
  'backups.restore-right': 'Only the owner brings a shop back.',
  'backups.restore-damaged': 'This backup is damaged. Choose a verified one.',
  'backups.restore-title': 'Bring back the shop of {time}',
  'backups.restore-get': 'What you get',
  'backups.restore-as-of': 'The shop as it was',
  'backups.restore-unknown': 'What is in it is seen once it was opened.',
  'backups.restore-lose':
    'Whatever was sold, paid or changed after {time} will not be in it, on any screen or report.',
  'backups.restore-kept':
    'The shop as it is now is kept for 30 days under Replaced shops, so that you can go back to it.',
  'backups.restore-after':
    'It is opened and checked first. Then the shop closes, the other one opens, and everybody signs in again. If anything goes wrong, the shop stays as it is.',
  'backups.restore-action': 'Bring this shop back',
  'backups.restore-keep': 'Keep the shop as it is',
  'backups.restore-working': 'Opening the backup, checking it and bringing it up to date',
  'backups.restore-opening': 'The shop closes now and opens as it was.',

  'backups.replaced': 'Replaced shops',
  'backups.replaced-at': 'Replaced',
  'backups.replaced-until': 'Kept until',
  'backups.replaced-of': 'Shop replaced {time}',
  'backups.replaced-back': 'Go back to this shop…',
  'backups.replaced-none': 'No shop was replaced',
  'backups.replaced-none-help':
    'When a shop is brought back from a backup, the one before is kept here for 30 days.',
  'backups.replaced-unreadable': 'The replaced shops could not be read',
} as const;
