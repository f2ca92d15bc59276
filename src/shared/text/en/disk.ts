/** Texts of the room on this computer's disk: the status line, and the notice on the till and the dashboard. */
export const diskText = {
  'disk.left': '{free} of disk left',
  'disk.full': 'Disk full',
  'disk.low-title': 'There is little room left on this computer’s disk: {free}',
  'disk.low': 'Selling stops when it is full. Free some space.',
  'disk.full-title': 'This computer’s disk is full',
  'disk.scarce-title': 'There is almost no room left on this computer’s disk: {free}',
  'disk.give-up-note':
    'What was sold is safe. Orderlla keeps {reserve} in reserve: give them up to go on selling and close the day, then free some space.',
  'disk.ask-owner':
    'What was sold is safe. The owner can give up the room that Orderlla keeps in reserve, so that selling goes on. Then free some space.',
  'disk.no-reserve':
    'What was sold is safe. Nothing is kept in reserve, and selling stops when the disk is full. Free some space now.',
  'disk.give-up': 'Give up the reserve',
  'disk.given-up': 'The reserve was given up and selling goes on. Now free some space.',
  'disk.backups-first-title': 'There is little room left where backups are made: {free}',
  'disk.backups-second-title': 'There is little room left in the second place for backups: {free}',
  'disk.backups': 'Selling goes on, but soon no new backup fits. Free some space there.',
} as const;
