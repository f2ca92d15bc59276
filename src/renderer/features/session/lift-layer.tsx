import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { approvableRight } from '../../../shared/domain/approval.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { Client } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { type Lift, type Lifted, LiftProvider, type Refused } from '../../bridge/lift.tsx';
import { useSession } from '../../bridge/use-session.ts';
import { AskManager } from './ask-manager.tsx';
import { AskPassword } from './ask-password.tsx';

type Person = Output<'approvals.people'>[number];

/** What is being asked of whom. */
type Asked =
  | { readonly kind: 'password' }
  | {
      readonly kind: 'manager';
      readonly refused: Refused;
      readonly right: Right;
      readonly people: readonly Person[];
    };

type Open = Asked & { readonly answer: (lifted: Lifted | null) => void };

/**
 * Stands around the screens and lifts what their commands are refused for, where somebody on the spot can: a manager
 * with a PIN, or the person with the password. Main decides; here it is only asked.
 */
export function LiftLayer({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const staffId = useSession()?.staffId ?? null;
  const [open, setOpen] = useState<Open | null>(null);
  const shown = useRef<Open | null>(null);
  const show = useCallback((next: Open | null) => {
    shown.current = next;
    setOpen(next);
  }, []);
  const lift = useCallback<Lift>(
    async (refused) => {
      const asked = await whatToAsk(client, refused);
      // One question at a time: two dialogs over each other would not say what is approved.
      if (asked === null || shown.current !== null) return null;
      return new Promise((answer) => show({ ...asked, answer }));
    },
    [client, show],
  );
  const close = (lifted: Lifted | null) => {
    shown.current?.answer(lifted);
    show(null);
  };
  useCloseForNext(staffId, close);
  return (
    <LiftProvider lift={lift}>
      {children}
      {open?.kind === 'password' && <AskPassword onClose={close} />}
      {open?.kind === 'manager' && <AskManager {...open} onClose={close} />}
    </LiftProvider>
  );
}

/** What was asked by one person is not answered for the next. */
function useCloseForNext(staffId: number | null, close: (lifted: null) => void): void {
  const latest = useRef(close);
  latest.current = close;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is signed in is what it is about
  useEffect(() => () => latest.current(null), [staffId]);
}

async function whatToAsk(client: Client, refused: Refused): Promise<Asked | null> {
  const { code, details } = refused.error;
  if (code === 'password-again') return { kind: 'password' };
  const right = approvableRight(code, details);
  if (right === null) return null;
  const above =
    right === 'discount' && typeof details.ceiling === 'number' ? (details.ceiling as Rate) : null;
  const people = await client.ask('approvals.people', { right, above }).catch(() => []);
  return people.length === 0 ? null : { kind: 'manager', refused, right, people };
}
