import { useEffect, useState } from 'react';
import type { BridgeChange } from '../../shared/contract/bridge.ts';
import { useClient } from './client-context.tsx';

export type Progress = Extract<BridgeChange, { kind: 'progress' }>['progress'];

/** How far the long command with this request id is; null until main has said something. */
export function useProgress(requestId: string | null): Progress | null {
  const client = useClient();
  const [heard, setHeard] = useState<{ requestId: string; progress: Progress } | null>(null);
  useEffect(() => {
    if (requestId === null) return;
    return client.onChange((change) => {
      if (change.kind === 'progress' && change.requestId === requestId) setHeard(change);
    });
  }, [client, requestId]);
  return heard !== null && heard.requestId === requestId ? heard.progress : null;
}
