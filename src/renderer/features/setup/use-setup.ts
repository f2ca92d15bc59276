import { useReducer } from 'react';
import { type ApiError, isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { checkStep, openShopInput, type Problems } from './check-draft.ts';
import { emptyDraft, type SetupAction, type SetupDraft, setupReducer, steps } from './setup-draft.ts';
import { type ClassNames, guessCountry, type Machine, suggestFor } from './suggest.ts';

export type Setup = {
  readonly draft: SetupDraft;
  readonly dispatch: (action: SetupAction) => void;
  /** What is wrong at this step, once somebody wanted to leave it. */
  readonly problems: Problems;
  /** Why main did not open the shop. */
  readonly refused: string | null;
  readonly opening: boolean;
  readonly chooseCountry: (code: string) => void;
  readonly next: () => void;
  /** Absent where there is no way back. */
  readonly back: (() => void) | null;
};

/** This computer's own place and language, for the first guess. */
function thisMachine(): Machine {
  return { locale: navigator.language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** The wizard without its looks: what was entered, what is wrong with it, and opening the shop. */
export function useSetup(): Setup {
  const text = useText();
  const errorText = useErrorText();
  const openShop = useCommand('setup.openShop');
  const [draft, dispatch] = useReducer(setupReducer, null, () => firstDraft(classNames(text)));
  const found = checkStep(draft, draft.step, text);
  const at = steps.indexOf(draft.step);
  const refusal = openShop.error;

  const next = () => {
    dispatch({ kind: 'judge' });
    if (Object.keys(found).length > 0) return;
    const following = steps[at + 1];
    if (draft.step === 'owner') {
      openShop.mutate(openShopInput(draft), {
        onSuccess: ({ recoveryCode }) => dispatch({ kind: 'opened', recoveryCode }),
        onError: (error) => {
          const step = stepOf(error);
          if (step) dispatch({ kind: 'go', step });
        },
      });
    } else if (following) dispatch({ kind: 'go', step: following });
  };
  const previous = draft.step === 'money' || draft.step === 'owner' ? steps[at - 1] : undefined;

  return {
    draft,
    dispatch: (action) => {
      // What main said was about what was entered then.
      if (refusal && action.kind !== 'judge' && action.kind !== 'go') openShop.reset();
      dispatch(action);
    },
    problems: draft.judged.includes(draft.step) ? found : {},
    refused: refusal ? errorText(refusal) : null,
    opening: openShop.isPending,
    chooseCountry: (code) =>
      dispatch({
        kind: 'country',
        country: code,
        suggestion: suggestFor(code, thisMachine(), classNames(text)),
      }),
    next,
    back: previous ? () => dispatch({ kind: 'go', step: previous }) : null,
  };
}

function firstDraft(names: ClassNames): SetupDraft {
  const machine = thisMachine();
  const country = guessCountry(machine);
  if (country === null) return emptyDraft;
  return setupReducer(emptyDraft, {
    kind: 'country',
    country,
    suggestion: suggestFor(country, machine, names),
  });
}

/** The step whose fields main did not take. */
function stepOf(error: ApiError): 'money' | null {
  return isRefusal(error, 'unknown-currency') || isRefusal(error, 'unknown-time-zone') ? 'money' : null;
}

function classNames(text: ReturnType<typeof useText>): ClassNames {
  return {
    standard: text('setup.tax-class-standard'),
    reduced: text('setup.tax-class-reduced'),
    zero: text('setup.tax-class-zero'),
    reducedN: (number) => text('setup.tax-class-reduced-n', { number }),
  };
}
