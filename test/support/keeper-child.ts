/** The keeper process under plain Node: the channel to who started it stands for Electron's port. */
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => void process.send?.(message as object),
});
process.on('message', (data) => port.emit('message', { data }));
Object.assign(process, { parentPort: port });
await import('../../src/main/keeper/index.ts');
