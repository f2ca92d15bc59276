import { createLocalKeeper, type Keeper } from '../../src/main/keeper/jobs.ts';

/** The jobs of the keeper in this process, in which a passphrase takes milliseconds instead of seconds. */
export const quickKeeper = (): Keeper => createLocalKeeper({ passphraseCost: 4 });
