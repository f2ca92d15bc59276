import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { debug } from '../debug.ts';
import { guardInstances } from '../guard.ts';
import type { PartOf } from '../part-of.ts';

const HOOK = fileURLToPath(new URL('../hook.ts', import.meta.url));
const BOOT = fileURLToPath(new URL('../utility-boot.ts', import.meta.url));

const living = new Set<ChildProcess>();

function refuseTransfer(transfer: readonly unknown[] | undefined): void {
  if (transfer?.length) throw new Error('electron stand-in: MessagePortMain is not implemented');
}

/** `utilityProcess.fork`: a Node process that talks by structured clone. */
export class StandinUtilityProcess extends EventEmitter implements PartOf<Electron.UtilityProcess> {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  pid: number | undefined = undefined;
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super();
    const stream = options.stdio ?? 'inherit';
    const [input, output, errors] = Array.isArray(stream) ? stream : [stream, stream, stream];
    this.#child = fork(BOOT, [modulePath, ...args], {
      execArgv: ['--disable-warning=ExperimentalWarning', ...(options.execArgv ?? []), '--import', HOOK],
      env: { ...(options.env ?? process.env), STANDIN_UTILITY: '1' } as NodeJS.ProcessEnv,
      serialization: 'advanced',
      stdio: [input === 'pipe' ? 'ignore' : input, output, errors, 'ipc'] as never,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    living.add(this.#child);
    // Its first message says that it has begun, which in Electron takes its time as well.
    this.#child.once('message', () => {
      this.pid = this.#child.pid;
      this.#child.on('message', (message) => this.emit('message', message));
      this.emit('spawn');
    });
    this.#child.on('error', (error) => debug('utility process', error));
    this.#child.on('exit', (code, signal) => this.#ended(code ?? (signal === 'SIGTERM' ? 15 : 9)));
  }

  postMessage(message: unknown, transfer?: readonly unknown[]): void {
    refuseTransfer(transfer);
    // Functions and symbols are refused here, as in Electron, not in the channel.
    if (this.#child.connected) this.#child.send(structuredClone(message) as never);
  }

  /** Electron ends nothing that has not begun, and nothing twice. */
  kill(): boolean {
    return this.pid !== undefined && this.#child.kill();
  }

  #ended(code: number): void {
    living.delete(this.#child);
    this.pid = undefined;
    this.emit('exit', code);
  }
}

guardInstances('UtilityProcess', StandinUtilityProcess.prototype);

/** `utilityProcess` */
export const utilityProcess = {
  fork(modulePath: string, args?: string[], options?: Electron.ForkOptions): Electron.UtilityProcess {
    return new StandinUtilityProcess(
      modulePath,
      args ?? [],
      options ?? {},
    ) as unknown as Electron.UtilityProcess;
  },
} satisfies Partial<typeof Electron.UtilityProcess>;

/** Ends what the application left running. */
export function endUtilityProcesses(): void {
  for (const child of living) child.kill();
}
