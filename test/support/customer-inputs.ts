import type { CallName, Input } from '../../src/shared/contract/index.ts';
import { ownerPassword } from './create-test-app.ts';

const kept = 'kept' as const;

/** What the calls of customers are asked in earnest. */
export const customerInputs = {
  'customers.directory': {
    ...{ text: 'ada', show: 'owing', sort: 'spent', descending: true, cursor: null, limit: 20 },
  },
  'customers.count': { text: 'ada', show: 'new' },
  'customers.detail': { customerId: 1 },
  'customers.similar': { phone: '0555 0101', email: 'a@b.c', exceptId: 2 },
  'customers.setArchived': { customerId: 1, archived: true },
  'customers.addNote': { customerId: 1, note: 'rang about the cake' },
  'customers.removeNote': { noteId: 1 },
  'customers.duplicates': {},
  'customers.mergePreview': { keptId: 1, mergedId: 2 },
  'customers.merge': {
    keptId: 1,
    mergedId: 2,
    choice: { name: kept, phone: kept, email: kept, address: kept, note: 'both', logIn: kept },
  },
  'customers.undoMerge': { mergeId: 1 },
  'customers.setLogIn': { customerId: 1, username: 'ada.l', password: ownerPassword },
  'customers.removeLogIn': { customerId: 1 },
  'customers.saveData': { customerId: 1 },
  'customers.erasePreview': { customerId: 1 },
  'customers.erase': { customerId: 1 },
} as const satisfies Partial<{ readonly [N in CallName]: Input<N> }>;
