import type { historyImportCalls } from '../../../shared/contract/history-import.ts';
import type { Handlers } from '../../app/context.ts';
import { listHistory } from './list-history.ts';
import { previewHistory } from './preview-history.ts';
import { reconcileHistory } from './reconcile-history.ts';
import { runHistory } from './run-history.ts';
import { saveHistoryProblems } from './save-history-problems.ts';
import { undoHistory } from './undo-history.ts';
import { cancelHistory, dropHistoryFile, uploadHistory } from './upload-history.ts';

export const historyImportHandlers: Handlers<typeof historyImportCalls> = {
  'historyImport.upload': uploadHistory,
  'historyImport.dropFile': dropHistoryFile,
  'historyImport.preview': previewHistory,
  'historyImport.run': runHistory,
  'historyImport.cancel': cancelHistory,
  'historyImport.saveProblems': saveHistoryProblems,
  'historyImport.list': listHistory,
  'historyImport.reconcile': reconcileHistory,
  'historyImport.undo': undoHistory,
};
