import type { diskCalls } from '../../src/shared/contract/disk.ts';
import type { Input } from '../../src/shared/contract/index.ts';

/** What each call about the disk is asked in earnest. */
export const diskInputs: { readonly [N in keyof typeof diskCalls]: Input<N> } = {
  'disk.state': {},
  'disk.giveUpReserve': {},
};
