import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext } from '../../app/context.ts';
import type { PrintDocument } from '../../app/desktop.ts';

/** Prints on a printer ('' is the default one). @throws AppError `print-failed` with the printer's own words. */
export async function printOrRefuse(
  { desktop, log }: TaskContext,
  document: PrintDocument,
  printer: string,
): Promise<void> {
  try {
    await desktop.print(document, printer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error('A page could not be printed', { title: document.title, printer, reason });
    throw new AppError('print-failed', { reason });
  }
}
