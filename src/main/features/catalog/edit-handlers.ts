import type { catalogEditCalls } from '../../../shared/contract/catalog-edit.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../app/context.ts';

/** Handlers of the calls in `shared/contract/catalog-edit.ts`. */
export const catalogEditHandlers: Handlers<typeof catalogEditCalls> = {
  'catalog.table': () => {
    throw new AppError('not-found');
  },
  'catalog.tableCount': () => {
    throw new AppError('not-found');
  },
  'catalog.editable': () => {
    throw new AppError('not-found');
  },
  'catalog.create': () => {
    throw new AppError('not-found');
  },
  'catalog.update': () => {
    throw new AppError('not-found');
  },
  'catalog.archive': () => {
    throw new AppError('not-found');
  },
  'catalog.addVariants': () => {
    throw new AppError('not-found');
  },
  'catalog.uploadPicture': async () => {
    throw new AppError('not-found');
  },
  'catalog.setPicture': () => {
    throw new AppError('not-found');
  },
  'catalog.allCategories': () => {
    throw new AppError('not-found');
  },
  'catalog.createCategory': () => {
    throw new AppError('not-found');
  },
  'catalog.updateCategory': () => {
    throw new AppError('not-found');
  },
  'catalog.moveCategory': () => {
    throw new AppError('not-found');
  },
  'catalog.archiveCategory': () => {
    throw new AppError('not-found');
  },
  'catalog.previewBulk': () => {
    throw new AppError('not-found');
  },
  'catalog.applyBulk': () => {
    throw new AppError('not-found');
  },
  'catalog.bulkEdits': () => {
    throw new AppError('not-found');
  },
  'catalog.undoBulk': () => {
    throw new AppError('not-found');
  },
  'catalog.cancelBulk': async () => {
    throw new AppError('not-found');
  },
};
