/** Texts of the condition of the shop file: the notices on the till and the dashboard, and what the backups say of it. */
export const conditionText = {
  'condition.looking': 'Looking through the shop file',
  'condition.unclean':
    'Orderlla did not close properly last time. It is looking through the shop file; you can go on selling.',
  'condition.in-order':
    'Everything is in order. Orderlla did not close properly last time and has looked through the shop file.',

  'condition.kept-before-title': 'Something lay beside the shop file that may be old',
  'condition.kept-before':
    'When Orderlla started, {time}, an old record of sales lay beside the shop file that Orderlla had not left there. It may have taken back what was sold since. The shop as it was before is kept for 30 days under Replaced shops: compare it, and go back to it if sales are missing here.',
  'condition.kept-before-see': 'See the replaced shops',

  'condition.unreadable-title': 'The shop file cannot be written now',
  'condition.unreadable':
    'Selling stops until its disk answers again. Look whether the disk is connected. What was sold before is in the file.',
  'condition.read-only-title': 'Orderlla may not write to the shop file now',
  'condition.read-only':
    'Selling stops until it may. Allow writing to the file and its folder. What was sold before is safe.',
  'condition.locked-title': 'Another program is holding the shop file',
  'condition.locked':
    'Selling stops until it lets go: perhaps it copies files to the cloud, or looks for viruses. What was sold before is safe.',
  'condition.by-itself':
    'Orderlla tries again every few seconds, and selling goes on by itself. The open order stays on this screen.',
  'condition.backup': 'Last verified backup {age}, in {folder}.',
  'condition.look-again': 'Look again',
  'condition.well': 'The shop file can be written again. Selling goes on.',
  'condition.not-well': 'The shop file still cannot be written. Nothing was changed.',

  'condition.damaged-title': 'The shop file is damaged',
  'condition.damaged':
    'This was found in it {time}: {problems}. Bring the shop back from its newest backup as soon as you can: what is sold until then may be lost.',
  'condition.problems-title': 'Something in the shop file does not add up',
  'condition.problems':
    'This was found in it {time}: {problems}. Selling goes on. See what can be done, or ask for help before the books are closed.',
  'condition.recover': 'See what can be done…',
  'condition.recover-title': 'Close the shop and see what can be done',
  'condition.recover-what':
    'Selling stops. A page shows the backups that can be brought back, and what of the file can be saved. Nothing is changed before you choose there, and you can come back to the shop as it is.',
  'condition.recover-close': 'Close the shop',
  'condition.recover-keep': 'Go on selling',

  'condition.checked-quick': 'The shop file itself was last looked through {time}: in order.',
  'condition.checked-deep': 'The shop file itself was last checked as a whole {time}: in order.',
  'condition.checked-fell': 'The shop file itself was last checked {time}. Found: {problems}.',
  'condition.checked-never': 'The shop file itself is looked through each week, and as a whole each month.',
  'condition.failed': 'The shop file could not be looked through {time}. {reason}',
  'condition.check': 'Check the shop file',
  'condition.checked': 'The shop file was checked as a whole and is in order.',
  'condition.found': 'Something in the shop file is not as it should be.',
} as const;
