import type { Right } from '../../../shared/domain/rights.ts';
import type { Lifted, Refused } from '../../bridge/lift.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { type Person, useTries } from './use-sign-in.ts';

type Giving = {
  readonly refused: Refused;
  readonly right: Right;
  readonly only: Person | null;
  readonly onGiven: (lifted: Lifted) => void;
};

/** Somebody else's PIN for a refused action: main keeps the approval and answers its id. */
export function useGiveApproval({ refused, right, only, onGiven }: Giving) {
  const give = useCommand('approvals.give');
  return useTries({
    only,
    isPending: give.isPending,
    attempt: (person, secret, onError) => {
      const { name: call, input, earlierId } = refused;
      give.mutate(
        { call, input, right, staffId: person.id, earlierId, ...secret },
        { onSuccess: ({ approvalId }) => onGiven({ approvalId }), onError },
      );
    },
  });
}
