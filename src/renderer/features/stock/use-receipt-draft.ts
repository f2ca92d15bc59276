import { type Dispatch, useCallback, useReducer } from 'react';
import type { Client } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { emptyReceipt, type ReceiveAction, type ReceiveDraft, receiveReducer } from './receive-draft.ts';

/** One for each client, because the screen comes and goes: what was written when it went is there when it is back. */
const drafts = new WeakMap<Client, ReceiveDraft>();

/** The receipt that is being written down in this window. It outlives the screen, not the window. */
export function useReceiptDraft(): readonly [ReceiveDraft, Dispatch<ReceiveAction>] {
  const client = useClient();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const dispatch = useCallback(
    (action: ReceiveAction) => {
      drafts.set(client, receiveReducer(drafts.get(client) ?? emptyReceipt, action));
      redraw();
    },
    [client],
  );
  return [drafts.get(client) ?? emptyReceipt, dispatch];
}
