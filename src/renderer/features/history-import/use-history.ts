import { useEffect, useSyncExternalStore } from 'react';
import type { Client } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useProgress } from '../../bridge/use-progress.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { HistorySession, type Told } from './history-session.ts';
import type { HistoryState } from './history-state.ts';

export type History = { readonly state: HistoryState; readonly session: HistorySession };

/** One for each window. */
const sessions = new WeakMap<Client, HistorySession>();

function sessionOf(client: Client): HistorySession {
  const known = sessions.get(client);
  if (known) return known;
  const made = new HistorySession(client);
  sessions.set(client, made);
  return made;
}

/** Bringing in history as the person left it, even on another screen. */
export function useHistory(): History {
  const session = sessionOf(useClient());
  const text = useText();
  const errorText = useErrorText();
  const staffId = useSession()?.staffId ?? null;
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  useEffect(() => {
    session.hear((told: Told) => {
      if (told.kind === 'saved')
        toast(text('history-screen.problems-saved', { file: told.fileName }), { tone: 'positive' });
      else if (told.kind === 'refused') toast(errorText(told.error), { tone: 'danger' });
      else {
        const { importId, orders } = told.result;
        const run = () => navigate(`/import/history/${importId}`);
        const action = { label: text('history-screen.compare'), run };
        toast(text('history-screen.done', { count: orders }), { tone: 'positive', action });
      }
    });
  }, [session, text, errorText]);
  useEffect(() => {
    if (staffId !== null) session.belongTo(staffId);
  }, [session, staffId]);
  useEffect(
    () => () => {
      if (session.state.step === 'done') session.startOver();
    },
    [session],
  );
  return { state, session };
}

/** Sending the files is the smaller part of reading them. */
const sendingPart = 0.3;

/** How far reading the files is, 0 to 1. */
export function useReadingShare({ sentShare, readingId }: HistoryState): number {
  const progress = useProgress(readingId);
  if (sentShare !== null) return sentShare * sendingPart;
  const read = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  return readingId === null ? 0 : sendingPart + read * (1 - sendingPart);
}
