import type { QueryHandler } from '../../app/context.ts';
import { directoryCount, directoryPage } from './directory-page.ts';

/** A page of the directory. @throws AppError `invalid-input` for a cursor of nobody. */
export const listDirectory: QueryHandler<'customers.directory'> = directoryPage;

/** How many customers a directory holds. */
export const countDirectory: QueryHandler<'customers.count'> = (ctx, filter) => ({
  count: directoryCount(ctx, filter),
});
