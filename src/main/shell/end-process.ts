import type { UtilityProcess } from 'electron';

/** Ends a helper process, also one that has yet to begin: until it is spawned, Electron answers false and does nothing. */
export function endProcess(child: Pick<UtilityProcess, 'kill' | 'on'>): void {
  if (!child.kill()) child.on('spawn', () => void child.kill());
}
