import { reportsInnerReads } from '../features/reports/index.ts';
import type { Progress, QueryContext } from './context.ts';

type Steps = (ctx: QueryContext, input: unknown) => Generator<Progress, unknown>;

/** What tasks have done in the helper process, by name. The door knows none of these: no window can ask for them. */
export const innerReads: ReadonlyMap<string, Steps> = new Map(
  reportsInnerReads.map(({ name, steps }) => [name, steps as Steps]),
);
