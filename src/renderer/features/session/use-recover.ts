import { useReducer } from 'react';
import { parseRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { newPasswordProblem } from '../../ui/new-password.tsx';

export type RecoverState = {
  readonly code: string;
  readonly password: string;
  readonly pin: string | null;
  /** Somebody wanted to go on: what is missing is said. */
  readonly judged: boolean;
  /** The code that takes the spent one's place; null before. */
  readonly nextCode: string | null;
  readonly kept: boolean;
};

export const emptyRecovery: RecoverState = {
  code: '',
  password: '',
  pin: null,
  judged: false,
  nextCode: null,
  kept: false,
};

/** Fields that are entered, one by one or together. */
export function recoverReducer(state: RecoverState, change: Partial<RecoverState>): RecoverState {
  return { ...state, ...change };
}

/** The way back in without its looks. */
export function useRecover() {
  const text = useText();
  const errorText = useErrorText();
  const recover = useCommand('session.recover');
  const [state, change] = useReducer(recoverReducer, emptyRecovery);
  const { code, password, pin, judged } = state;
  const codeProblem =
    code.trim() === ''
      ? text('session.recover-code-missing')
      : parseRecoveryCode(code) === null
        ? text('session.recover-code-wrong')
        : null;
  const passwordProblem = newPasswordProblem(password, text);
  const pinProblem = pin === null ? text('secrets.pin-missing') : null;
  const isWrongCode = recover.error !== null && isRefusal(recover.error, 'wrong-recovery-code');
  const refused = recover.error ? errorText(recover.error) : null;
  return {
    state,
    change: (next: Partial<RecoverState>) => {
      if (recover.error) recover.reset();
      change(next);
    },
    problems: {
      code: isWrongCode ? (refused ?? undefined) : judged ? (codeProblem ?? undefined) : undefined,
      password: judged && passwordProblem !== null,
      pin: judged ? (pinProblem ?? undefined) : undefined,
    },
    refused: isWrongCode ? null : refused,
    pending: recover.isPending,
    submit: () => {
      change({ judged: true });
      if (codeProblem ?? passwordProblem ?? pinProblem) return;
      if (pin === null) return;
      recover.mutate(
        { recoveryCode: code, password, pin },
        // The secrets have done their work; nothing of them stays in the window.
        { onSuccess: ({ recoveryCode }) => change({ ...emptyRecovery, nextCode: recoveryCode }) },
      );
    },
  };
}
