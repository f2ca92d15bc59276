import type { customerRecordsCalls } from '../../../shared/contract/customer-records.ts';
import type { customersCalls } from '../../../shared/contract/customers.ts';
import type { Handlers } from '../../app/context.ts';
import { createCustomer } from './create-customer.ts';
import { getDetail } from './customer-detail.ts';
import { addNote, removeNote } from './customer-notes.ts';
import { countDirectory, listDirectory } from './directory.ts';
import { eraseCustomer, previewErase } from './erase-customer.ts';
import { findDuplicates } from './find-duplicates.ts';
import { getCustomer } from './get-customer.ts';
import { removeLogIn, setLogIn } from './log-in-of-customer.ts';
import { mergeCustomers } from './merge-customers.ts';
import { previewMerge } from './merge-preview.ts';
import { savePersonData } from './save-person-data.ts';
import { searchCustomers } from './search-customers.ts';
import { setArchived } from './set-archived.ts';
import { similarCustomers } from './similar-customers.ts';
import { undoMerge } from './undo-merge.ts';
import { updateCustomer } from './update-customer.ts';

/** Handlers of the calls in `shared/contract/customers.ts`. */
export const customersHandlers: Handlers<typeof customersCalls> = {
  'customers.search': searchCustomers,
  'customers.directory': listDirectory,
  'customers.count': countDirectory,
  'customers.get': getCustomer,
  'customers.detail': getDetail,
  'customers.similar': similarCustomers,
  'customers.create': createCustomer,
  'customers.update': updateCustomer,
  'customers.setArchived': setArchived,
  'customers.addNote': addNote,
  'customers.removeNote': removeNote,
};

/** Handlers of the calls in `shared/contract/customer-records.ts`. */
export const customerRecordsHandlers: Handlers<typeof customerRecordsCalls> = {
  'customers.duplicates': findDuplicates,
  'customers.mergePreview': previewMerge,
  'customers.merge': mergeCustomers,
  'customers.undoMerge': undoMerge,
  'customers.setLogIn': setLogIn,
  'customers.removeLogIn': removeLogIn,
  'customers.saveData': savePersonData,
  'customers.erasePreview': previewErase,
  'customers.erase': eraseCustomer,
};
