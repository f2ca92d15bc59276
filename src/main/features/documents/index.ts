import type { documentsCalls } from '../../../shared/contract/documents.ts';
import type { Handlers } from '../../app/context.ts';
import { printReceipt } from './print-receipt.ts';
import { printRecoveryCode } from './print-recovery-code.ts';
import { printTestPage } from './print-test-page.ts';
import { saveReceipt } from './save-receipt.ts';
import { saveRecoveryCode } from './save-recovery-code.ts';

const notBuilt = (): never => {
  throw new Error('not built');
};

export const documentsHandlers: Handlers<typeof documentsCalls> = {
  'documents.printReceipt': printReceipt,
  'documents.saveReceipt': saveReceipt,
  'documents.print': notBuilt,
  'documents.save': notBuilt,
  'documents.printTestPage': printTestPage,
  'documents.printRecoveryCode': printRecoveryCode,
  'documents.saveRecoveryCode': saveRecoveryCode,
};
