import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { watchPower } from './power.ts';

function watched() {
  const powerMonitor = new EventEmitter();
  const done: string[] = [];
  watchPower({
    powerMonitor: powerMonitor as unknown as Parameters<typeof watchPower>[0]['powerMonitor'],
    lock: (why) => done.push(`lock ${why}`),
    checkpoint: () => done.push('checkpoint'),
    wake: () => done.push('wake'),
    quit: () => done.push('quit'),
    log: { info: () => undefined, error: () => undefined },
  });
  return { powerMonitor, done };
}

it.each([
  ['suspend', ['lock suspend', 'checkpoint']],
  ['lock-screen', ['lock lock-screen']],
  ['resume', ['wake']],
  ['unlock-screen', ['wake']],
  ['shutdown', ['quit']],
])('%s: %j', (event, expected) => {
  const { powerMonitor, done } = watched();
  powerMonitor.emit(event);
  expect(done).toEqual(expected);
});
