import type { importCalls } from '../../../shared/contract/import.ts';
import type { Handlers } from '../../app/context.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';
import { saveProblems } from './save-problems.ts';
import { cancelImport, uploadFile } from './upload-file.ts';

export const importHandlers: Handlers<typeof importCalls> = {
  'import.upload': uploadFile,
  'import.preview': previewImport,
  'import.run': runImport,
  'import.cancel': cancelImport,
  'import.saveProblems': saveProblems,
};
