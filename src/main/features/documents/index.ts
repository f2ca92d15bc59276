import type { documentsCalls } from '../../../shared/contract/documents.ts';
import type { Handlers } from '../../app/context.ts';
import { printPaper } from './print-paper.ts';
import { printReceipt } from './print-receipt.ts';
import { printRecoveryCode } from './print-recovery-code.ts';
import { printTestPage } from './print-test-page.ts';
import { savePaper } from './save-paper.ts';
import { saveReceipt } from './save-receipt.ts';
import { saveRecoveryCode } from './save-recovery-code.ts';

export const documentsHandlers: Handlers<typeof documentsCalls> = {
  'documents.printReceipt': printReceipt,
  'documents.saveReceipt': saveReceipt,
  'documents.print': printPaper,
  'documents.save': savePaper,
  'documents.printTestPage': printTestPage,
  'documents.printRecoveryCode': printRecoveryCode,
  'documents.saveRecoveryCode': saveRecoveryCode,
};
