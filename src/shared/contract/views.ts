import { z } from 'zod';
import { command, query } from './define.ts';
import { done, flag, id, name, text } from './fields.ts';

/** The lists that views are saved of, each with the right that seeing it takes. */
export const viewList = z.enum(['orders', 'products', 'customers']);
export type ViewList = z.output<typeof viewList>;

/** Filters, order and columns as the window's address writes them: `{status: 'due', sort: 'total'}`. */
const viewQuery = z
  .record(z.string().regex(/^[a-z][a-z-]{0,19}$/), text(400))
  .refine((fields) => Object.keys(fields).length <= 40, 'has too many fields');

/** A saved view's number, or the name of a view that is built into the window. */
const viewKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const viewName = name(60);

export const savedView = z.strictObject({
  id,
  name: z.string(),
  query: z.record(z.string(), z.string()),
  /** Everybody who may see the list has it. */
  shared: flag,
  /** Who asks may rename, change, move and delete it. */
  mine: flag,
  /** Who made it. */
  staffName: z.string(),
});
export type SavedView = z.output<typeof savedView>;

/**
 * Views of lists. Whoever may see a list keeps views of their own; those that everybody has are made and changed
 * by who may change the shop's settings.
 */
export const viewsCalls = {
  /** Everybody's views, then one's own, each in their order; and what the list opens with, null for all of it. */
  'views.list': query({
    needs: 'signed-in',
    input: z.strictObject({ list: viewList }),
    output: z.strictObject({ views: z.array(savedView), opensWith: viewKey.nullable() }),
    errors: [],
    reads: ['views', 'staff'],
  }),
  'views.create': command({
    needs: 'signed-in',
    input: z.strictObject({ list: viewList, name: viewName, query: viewQuery, shared: flag }),
    output: z.strictObject({ viewId: id }),
    errors: [
      /** `details`: name */
      'view-name-taken',
      /** `details`: most */
      'too-many-views',
    ],
    changes: ['views'],
  }),
  /** Another name, other filters, shared or not; what is left out stays. */
  'views.update': command({
    needs: 'signed-in',
    input: z.strictObject({
      viewId: id,
      name: viewName.optional(),
      query: viewQuery.optional(),
      shared: flag.optional(),
    }),
    output: done,
    errors: ['view-name-taken', 'too-many-views'],
    changes: ['views'],
  }),
  /** One place up or down among the views that it stands with. */
  'views.move': command({
    needs: 'signed-in',
    input: z.strictObject({ viewId: id, by: z.literal([-1, 1]) }),
    output: done,
    errors: [],
    changes: ['views'],
  }),
  'views.delete': command({
    needs: 'signed-in',
    input: z.strictObject({ viewId: id }),
    output: done,
    errors: [],
    changes: ['views'],
  }),
  /** What a list opens with for who asks; null for all of it. */
  'views.openWith': command({
    needs: 'signed-in',
    input: z.strictObject({ list: viewList, view: viewKey.nullable() }),
    output: done,
    errors: [],
    changes: ['views'],
  }),
};
