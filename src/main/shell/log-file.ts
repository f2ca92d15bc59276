import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../app/context.ts';
import { type LogLevel, logLine } from './log-line.ts';

type LogFileOptions = {
  readonly folder: string;
  readonly clock: () => number;
  /** Bytes of one file. */
  readonly size?: number;
  /** Files kept, the present one included. */
  readonly keep?: number;
  /** Hears every line too: the terminal, while developing. */
  readonly echo?: (line: string) => void;
};

/**
 * The log: `orderlla.log` and, as it fills, `orderlla.1.log` (newest) to `orderlla.4.log`, five times 5 MB.
 * It stays on this computer. A log that cannot be written never stops the till.
 */
export function createLogFile({ folder, clock, size = 5_000_000, keep = 5, echo }: LogFileOptions): Log {
  const name = (age: number): string => join(folder, age === 0 ? 'orderlla.log' : `orderlla.${age}.log`);
  let bytes = -1;

  function write(level: LogLevel, message: string, details: unknown): void {
    const line = logLine(clock(), level, message, details);
    echo?.(line);
    try {
      if (bytes < 0) bytes = open();
      const length = Buffer.byteLength(line);
      if (bytes > 0 && bytes + length > size) rotate();
      appendFileSync(name(0), line, { mode: 0o600 });
      bytes += length;
    } catch {
      bytes = -1;
    }
  }

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(name(0), { throwIfNoEntry: false })?.size ?? 0;
  }

  function rotate(): void {
    rmSync(name(keep - 1), { force: true });
    for (let age = keep - 2; age >= 0; age -= 1) {
      if (statSync(name(age), { throwIfNoEntry: false })) renameSync(name(age), name(age + 1));
    }
    bytes = 0;
  }

  return {
    info: (message, details) => write('info', message, details),
    error: (message, details) => write('error', message, details),
  };
}
