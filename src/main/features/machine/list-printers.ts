import type { TaskHandler } from '../../app/context.ts';

export const listPrinters: TaskHandler<'machine.printers'> = async ({ desktop }) => [
  ...(await desktop.printers()),
];
