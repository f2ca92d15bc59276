import { execFileSync } from 'node:child_process';

/**
 * The system's own limit on how long a file of this process may get, in bytes: what it refuses to write then is an error
 * of input and output, as of a disk that fails.
 */
export function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
}

/** Whether this system has such a limit. */
export const canLimitFiles = (() => {
  try {
    execFileSync('prlimit', ['--version']);
    return process.platform === 'linux';
  } catch {
    return false;
  }
})();
