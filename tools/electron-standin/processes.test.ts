import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findBrowser, NO_BROWSER } from './browser/find-browser.ts';
import { electronVersion } from './launch.ts';
import { type Fixture, fixtureFolder, SLOW, startFixture } from './start-fixture.ts';

const program = join(import.meta.dirname, 'electron');
const utility = join(fixtureFolder, 'utility.ts');
const running: Fixture[] = [];
const folders: string[] = [];

async function start(): Promise<Fixture> {
  const fixture = await startFixture();
  running.push(fixture);
  return fixture;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standin-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const fixture of running.splice(0)) await fixture.close();
  for (const folder of folders.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}, SLOW.timeout);

/** Starts the program as a person would, and waits for its end. */
function run(
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: fixtureFolder,
      env: { ...process.env, STANDIN_HEADLESS: '1', ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('exit', (code) => resolve({ code, output }));
  });
}

/** Starts a main file of its own, without Playwright, in a folder of its own. */
function runMain(source: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'main.cjs'), source);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'small', version: '9.8.7', main: 'main.cjs' }),
  );
  return run([folder, `--profile=${join(folder, 'profile')}`]);
}

const SET_PROFILE = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', app.commandLine.getSwitchValue('profile'));`;

describe('a browser', () => {
  it('is installed', () => {
    expect(findBrowser(true), NO_BROWSER).not.toBeNull();
  });

  it('is asked for in one sentence where there is none', SLOW, async () => {
    const { code, output } = await run(['.', `--profile=${temporaryFolder()}`], {
      CHROMIUM_PATH: '/nowhere',
    });
    expect(code).toBe(1);
    expect(output).toContain(NO_BROWSER);
  });
});

describe('a second start', SLOW, () => {
  it('tells the first, which comes to the front, and ends with 0', async () => {
    const first = await start();
    const { code } = await run(['.', `--profile=${first.profile}`, '--hello']);
    expect(code).toBe(0);
    await expect.poll(async () => (await first.log()).events, { timeout: 30_000 }).toContain('second true');
    expect(
      await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()),
    ).toBe(true);
  });

  it('takes over what a killed one left', async () => {
    const profile = temporaryFolder();
    const held = `${SET_PROFILE}
      if (!app.requestSingleInstanceLock()) process.exit(5);
      process.kill(process.pid, 'SIGKILL');`;
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'main.cjs'), held);
    expect((await run([join(folder, 'main.cjs'), `--profile=${profile}`])).code).toBeNull();
    writeFileSync(
      join(folder, 'main.cjs'),
      `${SET_PROFILE} process.exit(app.requestSingleInstanceLock() ? 3 : 5);`,
    );
    expect((await run([join(folder, 'main.cjs'), `--profile=${profile}`])).code).toBe(3);
  });
});

describe('starting and ending', SLOW, () => {
  it('tells the application who it is', async () => {
    const { app } = await start();
    const seen = await app.evaluate(({ app: self }) => [
      self.getName(),
      self.getVersion(),
      self.isPackaged,
      process.type,
      process.versions.electron,
      /^\d+\./.test(process.versions.chrome),
    ]);
    expect(seen).toEqual(['Stand-in fixture', '1.2.3', false, 'browser', electronVersion(), true]);
  });

  it('asks before it quits and leaves no browser behind', async () => {
    const { code, output } = await runMain(`${SET_PROFILE}
      const say = (word) => process.stdout.write(word + ' ');
      for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) app.on(name, () => say(name));
      app.whenReady().then(async () => {
        const window = new BrowserWindow({ show: false });
        await window.loadURL('about:blank');
        let kept = false;
        window.on('close', (event) => { if (!kept) { kept = true; event.preventDefault(); say('kept'); setTimeout(() => app.quit(), 50); } });
        window.on('closed', () => say('closed'));
        app.quit();
      });`);
    expect(output).toContain('before-quit kept before-quit closed will-quit quit');
    expect(code).toBe(0);
  });

  it('ends with the code it is given', async () => {
    expect((await runMain(`${SET_PROFILE} app.whenReady().then(() => app.exit(4));`)).code).toBe(4);
    expect((await runMain('throw new Error("broken main");')).code).toBe(1);
  });

  it('quits by itself when the last window has closed', async () => {
    const { code } = await runMain(`${SET_PROFILE}
      app.whenReady().then(() => new BrowserWindow({ show: false }).close());`);
    expect(code).toBe(0);
  });

  it('survives an error in main, and says it', async () => {
    const { code, output } = await runMain(`${SET_PROFILE}
      app.whenReady().then(() => {
        setTimeout(() => { throw new Error('a slip'); }, 1);
        setTimeout(() => app.exit(6), 200);
      });`);
    expect(code).toBe(6);
    expect(output).toContain('A JavaScript error occurred in the main process');
  });

  it('is plain Node when asked to be', () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const { stdout } = spawnSync(program, ['-p', '1 + 1'], { env, encoding: 'utf8' });
    expect(stdout.trim()).toBe('2');
  });

  it.runIf(existsSync('/proc'))('takes its browser along when it is killed', async () => {
    const { app } = await start();
    const child = app.process();
    const { pid } = child;
    const offspring = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
    expect(offspring.length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    const living = (): number[] => offspring.filter((id) => existsSync(`/proc/${id}/exe`));
    await expect.poll(living, { timeout: 60_000 }).toEqual([]);
  });
});

describe('a utility process', SLOW, () => {
  it('talks, tells its output and its end', async () => {
    const { app } = await start();
    const seen = await app.evaluate(async ({ utilityProcess }, path) => {
      const child = utilityProcess.fork(path, ['--reader'], { serviceName: 'reader', stdio: 'pipe' });
      // Sent before it has started: kept until it listens.
      const answer = new Promise((resolve) => child.once('message', resolve));
      child.postMessage({ map: new Map([[1, 2n]]) });
      const first = (await answer) as { echo: { map: Map<number, bigint> }; type: string; argument: string };
      const hasPid = typeof child.pid === 'number';
      const end = new Promise((resolve) => child.once('exit', resolve));
      child.postMessage('exit');
      const code = await end;
      return [first.echo.map.get(1) === 2n, first.type, first.argument, hasPid, code, child.pid ?? null];
    }, utility);
    expect(seen).toEqual([true, 'utility', '--reader', true, 7, null]);
  });

  it('can be ended in the middle of its work', async () => {
    const { app } = await start();
    const code = await app.evaluate(async ({ utilityProcess }, path) => {
      const child = utilityProcess.fork(path);
      await new Promise<void>((resolve) => child.once('spawn', resolve));
      const end = new Promise<unknown>((resolve) => child.once('exit', resolve));
      child.kill();
      return end;
    }, utility);
    expect(code).not.toBe(0);
  });

  it.runIf(existsSync('/proc'))('does not outlive the application', async () => {
    const fixture = await start();
    const pid = await fixture.app.evaluate(async ({ utilityProcess }, path) => {
      const child = utilityProcess.fork(path);
      const heard = new Promise((resolve) => child.once('message', resolve));
      child.postMessage('ready?');
      await heard;
      return child.pid;
    }, utility);
    fixture.app.process().kill('SIGKILL');
    await expect.poll(() => existsSync(`/proc/${pid}/exe`), { timeout: 60_000 }).toBe(false);
  });
});
