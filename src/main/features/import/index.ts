import { AppError } from '../../../shared/contract/errors.ts';
import type { importCalls } from '../../../shared/contract/import.ts';
import type { Handlers } from '../../app/context.ts';

// Placeholder so that everything else runs until the importer's handlers land (never committed).
const later = async (): Promise<never> => {
  throw new AppError('not-found');
};
export const importHandlers: Handlers<typeof importCalls> = {
  'import.upload': later,
  'import.preview': later,
  'import.run': () => {
    throw new AppError('not-found');
  },
  'import.cancel': later,
  'import.saveProblems': later,
};
