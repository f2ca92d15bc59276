import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitting } from './guard.ts';

/** The utility process's side of `utilityProcess.fork`: `process.parentPort`, then the module. */
const [, , modulePath = '', ...args] = process.argv;

// Taken by the other side, which tells of it as `spawn`.
process.send?.('begun');

const early: unknown[] = [];

const parentPort = emitting('process.parentPort', {
  postMessage: (message: unknown) => {
    process.send?.(structuredClone(message));
  },
  start: () => undefined,
  pause: () => undefined,
});

// Messages wait until the module listens, however long it takes to load.
EventEmitter.prototype.on.call(parentPort, 'newListener', (name: string) => {
  if (name !== 'message') return;
  setImmediate(() => {
    for (const data of early.splice(0)) parentPort.emit('message', { data, ports: [] });
  });
});

process.on('message', (data) => {
  if (parentPort.listenerCount('message') > 0 && early.length === 0)
    parentPort.emit('message', { data, ports: [] });
  else early.push(data);
});
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
process.argv = [process.execPath, modulePath, ...args];

await import(pathToFileURL(resolve(modulePath)).href);
