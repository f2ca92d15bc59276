import type { TaskHandler } from '../../app/context.ts';

/** This computer's own settings. Where the shop file is, is told to whoever may change settings only. */
export const getMachine: TaskHandler<'machine.get'> = async ({ desktop, actor }) => {
  const { version, isPackaged, shopFile } = desktop.about;
  const mayKnow = actor.kind === 'staff' && actor.rights.has('change-settings');
  return { ...desktop.machine.get(), version, isPackaged, shopFile: mayKnow ? shopFile : '' };
};
