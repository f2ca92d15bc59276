import { useReducer } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { type ApiError, isRefusal } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { useErrorText } from '../../ui/error-text.ts';

export type Person = Output<'session.people'>[number];

export type SignInState = {
  readonly person: Person | null;
  /** How the person says who they are. */
  readonly by: 'pin' | 'password';
  readonly password: string;
  /** Why the last try was not taken, in words. */
  readonly problem: string | null;
  /** A new object for each wait, from when it is known. */
  readonly wait: { readonly seconds: number } | null;
  /** Counts the tries that were refused: the pad begins anew after each. */
  readonly refusals: number;
};

export type SignInAction =
  | { readonly kind: 'choose'; readonly person: Person }
  | { readonly kind: 'send'; readonly by: SignInState['by'] }
  | { readonly kind: 'leave' }
  | { readonly kind: 'by'; readonly by: SignInState['by'] }
  | { readonly kind: 'type'; readonly password: string }
  | { readonly kind: 'refused'; readonly problem: string; readonly by?: SignInState['by'] }
  | { readonly kind: 'wait'; readonly seconds: number };

export const nobodyChosen: SignInState = {
  person: null,
  by: 'pin',
  password: '',
  problem: null,
  wait: null,
  refusals: 0,
};

export function signInReducer(state: SignInState, action: SignInAction): SignInState {
  switch (action.kind) {
    case 'choose':
      return { ...nobodyChosen, person: action.person, by: action.person.needsPassword ? 'password' : 'pin' };
    case 'send':
      return { ...state, by: action.by, problem: null };
    case 'leave':
      return nobodyChosen;
    case 'by':
      return { ...state, by: action.by, problem: null };
    case 'type':
      return { ...state, password: action.password, problem: null };
    case 'refused':
      return {
        ...state,
        by: action.by ?? state.by,
        password: '',
        problem: action.problem,
        refusals: state.refusals + 1,
      };
    case 'wait':
      return {
        ...state,
        password: '',
        problem: null,
        wait: { seconds: action.seconds },
        refusals: state.refusals + 1,
      };
  }
}

type Secret = { readonly pin: string } | { readonly password: string };

type Tries = {
  /** The one person there is to choose, where there is only one. */
  readonly only: Person | null;
  readonly isPending: boolean;
  /** Tries a secret; what main says against it goes to `onError`. */
  readonly attempt: (person: Person, secret: Secret, onError: (error: ApiError) => void) => void;
};

/** Saying who one is without its looks: who, by what, why not, and how long to wait. */
export function useTries({ only, isPending, attempt }: Tries) {
  const client = useClient();
  const errorText = useErrorText();
  const [state, dispatch] = useReducer(signInReducer, nobodyChosen);
  // One person to choose: straight to the PIN. Until something is done the tile may still change under it.
  const choice = state.person === null && only !== null ? ({ kind: 'choose', person: only } as const) : null;
  const shown = choice ? signInReducer(state, choice) : state;
  const act = (action: SignInAction) => {
    if (choice) dispatch(choice);
    dispatch(action);
  };

  const refuse = async (error: ApiError) => {
    if (isRefusal(error, 'wait-before-guess')) {
      const state = await client.ask('setup.state', {}).catch(() => null);
      const untilAt = Number(error.details.untilAt);
      const seconds = Math.max(1, Math.ceil((untilAt - (state?.now ?? untilAt)) / 1000));
      dispatch({ kind: 'wait', seconds });
    } else {
      const by = isRefusal(error, 'password-needed') ? { by: 'password' as const } : {};
      dispatch({ kind: 'refused', problem: errorText(error), ...by });
    }
  };
  const send = (secret: Secret) => {
    const { person } = shown;
    if (person === null || isPending) return;
    act({ kind: 'send', by: 'pin' in secret ? 'pin' : 'password' });
    attempt(person, secret, (error) => void refuse(error));
  };
  return { state: shown, dispatch: act, send, pending: isPending };
}

/** Signing in. */
export function useSignIn(only: Person | null) {
  const signIn = useCommand('session.signIn');
  return useTries({
    only,
    isPending: signIn.isPending,
    attempt: (person, secret, onError) => signIn.mutate({ staffId: person.id, ...secret }, { onError }),
  });
}
