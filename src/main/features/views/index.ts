import type { viewsCalls } from '../../../shared/contract/views.ts';
import type { Handlers } from '../../app/context.ts';
import { createView, deleteView, moveView, openWith, updateView } from './change-views.ts';
import { listViews } from './list-views.ts';

/** Handlers of the calls in `shared/contract/views.ts`. */
export const viewsHandlers: Handlers<typeof viewsCalls> = {
  'views.list': listViews,
  'views.create': createView,
  'views.update': updateView,
  'views.move': moveView,
  'views.delete': deleteView,
  'views.openWith': openWith,
};
