import type { listsCalls } from '../../../shared/contract/lists.ts';
import type { Handlers } from '../../app/context.ts';
import { cancelExport, exportList } from './export-list.ts';

/** Handlers of the calls in `shared/contract/lists.ts`. */
export const listsHandlers: Handlers<typeof listsCalls> = {
  'lists.export': exportList,
  'lists.cancelExport': cancelExport,
};
