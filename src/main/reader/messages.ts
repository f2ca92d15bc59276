import type { Progress } from '../app/context.ts';
import type { Question } from '../app/long-read.ts';
import type { ShopFileProblem } from '../database/migrate.ts';

/** What main sends to the helper process: one question at a time. */
export type ToReader = { readonly id: number; readonly question: Question };

/** What the helper process answers. A refusal crosses as its code; a fault as the words for the log. */
export type FromReader =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'refusal';
      readonly id: number;
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>> | undefined;
    }
  | {
      readonly kind: 'fault';
      readonly id: number;
      readonly message: string;
      /** What is wrong with the shop file, where it is that. */
      readonly problem: ShopFileProblem | null;
    };
