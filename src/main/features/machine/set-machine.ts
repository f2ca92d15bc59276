import type { TaskHandler } from '../../app/context.ts';

/** Changes this computer's own settings; they are kept beside the shop file, not in it. */
export const setMachine: TaskHandler<'machine.set'> = async ({ desktop }, input) => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  desktop.machine.set(Object.fromEntries(given));
  return {};
};
