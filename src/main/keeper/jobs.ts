import type { Progress } from '../app/context.ts';
import { buildUpgrade } from './build-upgrade.ts';
import { checkShop } from './check-shop.ts';
import { compareShops } from './compare-shops.ts';
import { copyBackup } from './copy-backup.ts';
import { exportCsv } from './csv-export.ts';
import { makeBackup } from './make-backup.ts';
import { openBackup } from './open-backup.ts';
import { salvageShop } from './salvage-shop.ts';

/** What a job is told beside its input. */
export type JobContext = {
  readonly onProgress: (progress: Progress) => void;
  /** Told when it is to stop, where it runs in this process; a process of its own is ended instead. */
  readonly signal?: AbortSignal;
  /** log2 of scrypt's N for a passphrase; 18 in the application, as the age programs have it, small in tests. */
  readonly passphraseCost?: number;
};

/** What is done with whole files outside the main process. Input and answer are plain data, or bytes. */
export const jobs = {
  'make-backup': makeBackup,
  'build-upgrade': buildUpgrade,
  'open-backup': openBackup,
  'copy-backup': copyBackup,
  'compare-shops': compareShops,
  'salvage-shop': salvageShop,
  'check-shop': checkShop,
  'export-csv': exportCsv,
};

export type JobName = keyof typeof jobs;
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;

/** Has a job done. */
export type Keeper = {
  /**
   * @throws `signal.reason` when it was stopped, AppError `helper-ended` when the process that worked on it ended, and
   * what the job refuses with.
   */
  run<N extends JobName>(
    name: N,
    input: JobInput<N>,
    onProgress?: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<JobOutput<N>>;
};

/** Does jobs in this process: in tests, and where there is no other. */
export function createLocalKeeper(options: Pick<JobContext, 'passphraseCost'> = {}): Keeper {
  return {
    run(name, input, onProgress = () => {}, signal) {
      const job = jobs[name] as (given: unknown, ctx: JobContext) => Promise<never>;
      return job(input, { ...options, onProgress, ...(signal ? { signal } : {}) });
    },
  };
}
