import { createContext, type ReactNode, useContext } from 'react';
import type { CallName } from '../../shared/contract/index.ts';
import { ApiError } from './client.ts';

/** A refusal that somebody on the spot may lift: with a manager's PIN, or with one's own password. */
export type Refused = {
  readonly name: CallName;
  readonly input: unknown;
  readonly error: ApiError;
  /** An approval of the same action that turned out not to be enough. */
  readonly earlierId: string | null;
};

/** It may be asked again, with the approval where one was given. */
export type Lifted = { readonly approvalId: string | null };

/** Asks for what lifts a refusal; null where nothing can, or nobody wants to. */
export type Lift = (refused: Refused) => Promise<Lifted | null>;

const Context = createContext<Lift | null>(null);

type LiftProviderProps = { readonly lift: Lift; readonly children: ReactNode };

/** Gives every command of the screens inside the way to have its refusals lifted. */
export function LiftProvider({ lift, children }: LiftProviderProps) {
  return <Context value={lift}>{children}</Context>;
}

/** How refusals are lifted here; null where nobody can be asked. */
export function useLift(): Lift | null {
  return useContext(Context);
}

/** A question on its way, and what was approved of it so far. */
export type Asking = { readonly requestId: string; approvalId: string | null };

/**
 * Asks main, and again with each approval or password that lifts a refusal. Where none does, the refusal stands.
 * @throws ApiError as the client does.
 */
export async function askLifted<T>(
  ask: (requestId: string, approvalId: string | undefined) => Promise<T>,
  question: Pick<Refused, 'name' | 'input'>,
  asking: Asking,
  lift: Lift | null,
): Promise<T> {
  for (;;) {
    try {
      return await ask(asking.requestId, asking.approvalId ?? undefined);
    } catch (thrown) {
      const earlierId = asking.approvalId;
      if (earlierId !== null && isStale(thrown)) {
        asking.approvalId = null;
        continue;
      }
      if (!(thrown instanceof ApiError) || lift === null) throw thrown;
      const lifted = await lift({ ...question, error: thrown, earlierId });
      if (lifted === null) throw thrown;
      asking.approvalId = lifted.approvalId;
    }
  }
}

/** The approval was given too long ago: asked without it, the refusal comes that it was given for. */
function isStale(thrown: unknown): boolean {
  return (
    thrown instanceof ApiError && (thrown.code === 'approval-expired' || thrown.code === 'approval-not-valid')
  );
}
