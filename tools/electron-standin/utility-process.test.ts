import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endUtilityProcesses, utilityProcess } from './main/utility-process.ts';
import { fixtureFolder } from './start-fixture.ts';

const script = join(fixtureFolder, 'utility.ts');

afterEach(endUtilityProcesses);

/** As Electron does it, where a process is begun in its own time. */
describe('a utility process that has not begun', () => {
  it('has no number, is not ended by who wants that, and says when it is there', async () => {
    const child = utilityProcess.fork(script);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    expect([child.pid, child.kill()]).toEqual([undefined, false]);
    await new Promise<void>((resolve) => child.once('spawn', resolve));
    expect([typeof child.pid, child.kill()]).toEqual(['number', true]);
    await ended;
    expect([child.pid, child.kill()]).toEqual([undefined, false]);
  });

  it('is there later than what follows at once', async () => {
    const child = utilityProcess.fork(script);
    let isThere = false;
    child.once('spawn', () => (isThere = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([isThere, child.kill()]).toEqual([false, false]);
    child.postMessage('kept until it listens');
    const answer = await new Promise((resolve) => child.once('message', resolve));
    expect([isThere, answer]).toMatchObject([true, { echo: 'kept until it listens' }]);
  });

  it('ends with the application all the same', async () => {
    const child = utilityProcess.fork(script);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    endUtilityProcesses();
    expect(await ended).toBe(15);
  });
});
