import { EventEmitter } from 'node:events';

/** A helper process that Electron has yet to begin: until it is spawned, to end it answers false and does nothing. */
export class UnspawnedChild extends EventEmitter {
  /** How often it was ended. */
  ended = 0;
  #isSpawned = false;

  postMessage(): void {}

  kill(): boolean {
    if (!this.#isSpawned) return false;
    this.ended += 1;
    this.emit('exit', 15);
    return true;
  }

  spawn(): void {
    this.#isSpawned = true;
    this.emit('spawn');
  }
}
