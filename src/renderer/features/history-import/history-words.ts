import type { AppText } from '../../../shared/text/english.ts';

/** What the system's dialog shows of the files of a folder. */
export const csvEndings = '.csv,.tsv,.tab,.txt,.gz,text/csv';

/** A way of paying as people read it: orders of which the file says nothing have one too. */
export function tenderName(name: string, text: AppText): string {
  return name === '' ? text('history-import.unknown-tender') : name;
}
