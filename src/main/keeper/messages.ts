import type { Progress } from '../app/context.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

/** What main sends to the keeper process: the one job it was begun for. */
export type ToKeeper = { readonly name: JobName; readonly input: JobInput<JobName> };

/** What it answers. A refusal crosses as its code; a fault as the words for the log. */
export type FromKeeper =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'value'; readonly value: JobOutput<JobName> }
  | {
      readonly kind: 'refusal';
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>> | undefined;
    }
  | { readonly kind: 'fault'; readonly message: string };
