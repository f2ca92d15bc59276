import type { TaskName } from '../../shared/contract/index.ts';

/**
 * Tasks that leave no entry in the log when they are done, and why. Any other leaves one, whether or not it writes
 * anything else: what prints, saves or shows a file is a deed too. Refusals are written down in any case.
 */
export const quietTasks: Partial<Readonly<Record<TaskName, string>>> = {
  'session.lock': 'writes its own where somebody was signed in',
  'kiosk.signOut': 'writes its own where somebody was signed in',
  'kiosk.look': 'only says who is there',
  'kiosk.touch': 'only says that somebody is there',
  'orders.sums': 'only adds up',
  'orders.withoutEach': 'only looks',
  'machine.get': 'only looks',
  'machine.printers': 'only looks',
  'machine.shopFile': 'only looks',
  'machine.chooseFolder': 'only asks where; moving the shop file is another task',
  'machine.chooseShop': 'only asks which; opening the shop is another task',
  'machine.showShopFile': 'only shows where the file lies',
  'backups.state': 'only looks',
  'backups.list': 'only looks',
  'backups.cancel': 'stops a task, whose refusal is written down',
  'backups.chooseSecondPlace': 'only asks where; taking it as the second place is another task',
  'backups.compare': 'only looks',
  'backups.lookAsk': 'only looks; that a backup was looked into is written down when that begins',
  'backups.endLook': 'ends what is written down when it begins',
  'backups.showFolder': 'only shows where backups lie',
  'disk.state': 'only looks',
  'import.upload': 'a part of a file that nothing was done with yet',
  'import.preview': 'changes nothing',
  'import.cancel': 'changes nothing',
  'orderllaImport.preview': 'changes nothing',
  'historyImport.upload': 'a part of a file that nothing was done with yet',
  'historyImport.dropFile': 'a file that nothing was done with yet',
  'historyImport.preview': 'changes nothing',
  'historyImport.cancel': 'changes nothing',
  'catalog.uploadPicture': 'a picture that nothing was done with yet',
  'catalog.cancelBulk': 'stops a command, whose refusal is written down',
  'lists.cancelExport': 'stops a task, whose refusal is written down',
  'reports.cancelWork': 'stops a task or a command, whose refusal is written down',
  'reports.cancelOut': 'stops a task, whose refusal is written down',
};
