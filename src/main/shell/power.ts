import type { PowerMonitor } from 'electron';
import type { Log } from '../app/context.ts';

type PowerOptions = {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  /** Locks every till of this computer. */
  readonly lock: (why: string) => void;
  /** Moves what was written into the shop file itself. */
  readonly checkpoint: () => void;
  /** Somebody is back: what should have happened meanwhile is caught up with. */
  readonly wake: () => void;
  readonly quit: () => void;
  readonly log: Log;
};

/** A computer that sleeps, or whose screen is locked, is a till that nobody stands at. */
export function watchPower({ powerMonitor, lock, checkpoint, wake, quit, log }: PowerOptions): void {
  powerMonitor.on('suspend', () => {
    lock('suspend');
    checkpoint();
  });
  powerMonitor.on('lock-screen', () => lock('lock-screen'));
  powerMonitor.on('resume', () => {
    log.info('The computer woke up');
    wake();
  });
  // Some computers sleep and wake without a word; a person who unlocks the screen is a sign of it.
  powerMonitor.on('unlock-screen', wake);
  powerMonitor.on('shutdown', () => quit());
}
