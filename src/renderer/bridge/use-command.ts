import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CommandName, Input, Output, TaskName } from '../../shared/contract/index.ts';
import type { ApiError, CodeOf } from './client.ts';
import { useClient } from './client-context.tsx';
import { type Asking, askLifted, useLift } from './lift.tsx';
import { createRequestId } from './request-id.ts';

type Attempt = Asking & { readonly input: string };

export type Command<N extends CommandName | TaskName> = UseMutationResult<
  Output<N>,
  ApiError<CodeOf<N>>,
  Input<N>
> & {
  /** The id of the last attempt, for `useProgress`; null before the first. */
  readonly requestId: string | null;
};

/**
 * A command (or a task) of main. Attempts with the same input carry the same request id until one is
 * answered: a double click, or a retry after a fault, is the same request and happens once. A refusal undoes
 * everything, so its id may be used again too. What a manager's PIN or one's own password can lift is asked for by the
 * frame (`lift.tsx`) while the command is pending; a screen hears only of what stands.
 */
export function useCommand<N extends CommandName | TaskName>(name: N): Command<N> {
  const client = useClient();
  const lift = useLift();
  const attempt = useRef<Attempt | null>(null);
  const [requestId, setRequestId] = useState<string | null>(null);
  const mutation = useMutation<Output<N>, ApiError<CodeOf<N>>, Input<N>>({
    mutationKey: [name],
    mutationFn: async (input) => {
      const now = attemptFor(attempt.current, input);
      attempt.current = now;
      setRequestId(now.requestId);
      const value = await askLifted((...ids) => client.ask(name, input, ...ids), { name, input }, now, lift);
      if (attempt.current === now) attempt.current = null;
      return value;
    },
  });
  return { ...mutation, requestId };
}

function attemptFor(current: Attempt | null, input: unknown): Attempt {
  const written = JSON.stringify(input) ?? '';
  if (current?.input === written) return current;
  return { requestId: createRequestId(), approvalId: null, input: written };
}
