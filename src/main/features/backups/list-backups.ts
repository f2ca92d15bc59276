import type { TaskHandler } from '../../app/context.ts';

export const getBackupsState: TaskHandler<'backups.state'> = ({ desktop }) => desktop.backups.state();

export const listBackups: TaskHandler<'backups.list'> = async ({ desktop }) => [
  ...(await desktop.backups.list()),
];
