import type { machineCalls } from '../../../shared/contract/machine.ts';
import type { Handlers } from '../../app/context.ts';
import { getMachine } from './get-machine.ts';
import { listPrinters } from './list-printers.ts';
import { setMachine } from './set-machine.ts';

export const machineHandlers: Handlers<typeof machineCalls> = {
  'machine.get': getMachine,
  'machine.set': setMachine,
  'machine.printers': listPrinters,
};
