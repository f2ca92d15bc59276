import type { orderllaImportCalls } from '../../../shared/contract/orderlla-import.ts';
import type { Handlers } from '../../app/context.ts';
import { previewOrderlla } from './preview-orderlla.ts';
import { runOrderlla } from './run-orderlla.ts';
import { saveReport } from './save-report.ts';

export const orderllaImportHandlers: Handlers<typeof orderllaImportCalls> = {
  'orderllaImport.preview': previewOrderlla,
  'orderllaImport.run': runOrderlla,
  'orderllaImport.saveReport': saveReport,
};
