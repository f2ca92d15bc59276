import type { TaskHandler } from '../../app/context.ts';

/** This computer's own settings. */
export const getMachine: TaskHandler<'machine.get'> = async ({ desktop }) => ({
  ...desktop.machine.get(),
  ...desktop.about,
});
