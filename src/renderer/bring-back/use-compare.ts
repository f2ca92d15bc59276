import { useEffect, useRef } from 'react';
import type { RestoreSource } from '../../shared/contract/backups-restore.ts';
import { useCommand } from '../bridge/use-command.ts';

/** A shop beside the one that is open: asked for at once where that is wished, and again with another passphrase. */
export function useCompare(source: RestoreSource | null, isAtOnce: boolean) {
  const compare = useCommand('backups.compare');
  const cancel = useCommand('backups.cancel');
  const isBegun = useRef(false);
  const begin = (passphrase: string) => {
    if (source) compare.mutate({ source, passphrase: passphrase === '' ? null : passphrase });
  };
  useEffect(() => {
    if (!isAtOnce || isBegun.current) return;
    isBegun.current = true;
    begin('');
  });
  return {
    found: compare.data ?? null,
    error: compare.error,
    isPending: compare.isPending,
    requestId: compare.requestId,
    begin,
    stop: () => cancel.mutate({}),
  };
}

export type Compare = ReturnType<typeof useCompare>;
