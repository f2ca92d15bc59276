import type { diskCalls } from '../../../shared/contract/disk.ts';
import type { Handlers } from '../../app/context.ts';
import { getDiskState, giveUpReserve } from './reserve.ts';

export const diskHandlers: Handlers<typeof diskCalls> = {
  'disk.state': getDiskState,
  'disk.giveUpReserve': giveUpReserve,
};
