import type { Topic } from './define.ts';
import type { Reply } from './errors.ts';

/** What main tells a window: topics that a commit changed, or how far the window's long command is. */
export type BridgeChange =
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  | {
      readonly kind: 'progress';
      readonly requestId: string;
      readonly progress: { readonly done: number; readonly total: number };
    };

/** One question through the one channel into main. */
export type BridgeCall = {
  readonly name: string;
  readonly input: unknown;
  readonly requestId?: string;
  /** What a manager approved for this very question. */
  readonly approvalId?: string;
};

/** The preload's whole gift to the window, as `window.orderlla`. Only `src/renderer/bridge` touches it. */
export type OrderllaBridge = {
  /** Asks main; a refusal is an answer. Rejects only when the question could not be asked at all. */
  invoke(name: string, input: unknown, requestId?: string, approvalId?: string): Promise<Reply>;
  /** Hears of changes until the returned function is called. */
  onChange(listener: (change: BridgeChange) => void): () => void;
};
