import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { useClient } from './client-context.tsx';

type Now = Pick<Output<'setup.state'>, 'now' | 'today'>;

/**
 * What main's clock says, asked again every so often: the window has no clock of its own to show. When the
 * business date has changed, whoever shows it hears of that too.
 */
export function useNow(everyMilliseconds: number, enabled = true): Now | null {
  const client = useClient();
  const queries = useQueryClient();
  const [now, setNow] = useState<Now | null>(null);
  useEffect(() => {
    if (!enabled) return;
    let isOver = false;
    const ask = async () => {
      const state = await client.ask('setup.state', {}).catch(() => null);
      if (isOver || state === null) return;
      setNow({ now: state.now, today: state.today });
      const key = ['setup.state', {}];
      const shown = queries.getQueryData<Output<'setup.state'>>(key);
      if (shown && shown.today !== state.today) queries.setQueryData(key, state);
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMilliseconds);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [client, queries, everyMilliseconds, enabled]);
  return enabled ? now : null;
}
