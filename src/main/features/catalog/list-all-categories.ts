import type { QueryHandler } from '../../app/context.ts';
import { categoryRecords } from './category-record.ts';
import { soldByCategory } from './list-categories.ts';

/** Every category with its picture and what is sold from it itself, archived ones too. */
export const listAllCategories: QueryHandler<'catalog.allCategories'> = ({ db }) => {
  const sold = soldByCategory(db);
  return categoryRecords(db).map(({ id, parentId, name, colour, oversell, pictureId, archivedAt }) => ({
    ...{ id, parentId, name, colour, oversell, pictureId },
    archived: archivedAt !== null,
    productCount: sold.get(id) ?? 0,
  }));
};
