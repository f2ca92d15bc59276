import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CommandName, Input, Output, TaskName } from '../../shared/contract/index.ts';
import type { ApiError, CodeOf } from './client.ts';
import { useClient } from './client-context.tsx';
import { createRequestId } from './request-id.ts';

type Attempt = { readonly requestId: string; readonly input: string };

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
 * everything, so its id may be used again too.
 */
export function useCommand<N extends CommandName | TaskName>(name: N): Command<N> {
  const client = useClient();
  const attempt = useRef<Attempt | null>(null);
  const [requestId, setRequestId] = useState<string | null>(null);
  const mutation = useMutation<Output<N>, ApiError<CodeOf<N>>, Input<N>>({
    mutationKey: [name],
    mutationFn: async (input) => {
      const now = attemptFor(attempt.current, input);
      attempt.current = now;
      setRequestId(now.requestId);
      const value = await client.ask(name, input, now.requestId);
      if (attempt.current === now) attempt.current = null;
      return value;
    },
  });
  return { ...mutation, requestId };
}

function attemptFor(current: Attempt | null, input: unknown): Attempt {
  const written = JSON.stringify(input) ?? '';
  return current?.input === written ? current : { requestId: createRequestId(), input: written };
}
