import type { documentsCalls } from '../../../shared/contract/machine.ts';
import type { Handlers } from '../../app/context.ts';
import { printReceipt } from './print-receipt.ts';
import { printRecoveryCode } from './print-recovery-code.ts';
import { printTestPage } from './print-test-page.ts';
import { saveReceipt } from './save-receipt.ts';
import { saveRecoveryCode } from './save-recovery-code.ts';

export const documentsHandlers: Handlers<typeof documentsCalls> = {
  'documents.printReceipt': printReceipt,
  'documents.saveReceipt': saveReceipt,
  'documents.printTestPage': printTestPage,
  'documents.printRecoveryCode': printRecoveryCode,
  'documents.saveRecoveryCode': saveRecoveryCode,
};
