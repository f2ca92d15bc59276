import { CircleAlert, CircleCheck } from 'lucide-react';
import { useReducer, useRef } from 'react';
import { pinProblem } from '../../shared/domain/password.ts';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import styles from './new-pin.module.css';
import { PinPad } from './pin-pad.tsx';

export type NewPinState =
  | { readonly stage: 'first'; readonly problem: 'too-simple' | 'different' | null }
  | { readonly stage: 'again'; readonly first: string };

export type NewPinAction = { readonly kind: 'entered'; readonly pin: string } | { readonly kind: 'restart' };

export const emptyNewPin: NewPinState = { stage: 'first', problem: null };

/** Takes a PIN twice. A poor one, or two that differ, begin anew and say why. */
export function newPinReducer(state: NewPinState, action: NewPinAction): NewPinState {
  if (action.kind === 'restart') return emptyNewPin;
  if (state.stage === 'first') {
    return pinProblem(action.pin) === null
      ? { stage: 'again', first: action.pin }
      : { stage: 'first', problem: 'too-simple' };
  }
  return state.first === action.pin ? emptyNewPin : { stage: 'first', problem: 'different' };
}

type NewPinProps = {
  /** The PIN once it was entered twice; null before. */
  readonly value: string | null;
  readonly onChange: (pin: string | null) => void;
  readonly label?: string;
  /** What is missing, once somebody wanted to go on. */
  readonly error?: string | undefined;
};

/** A PIN that somebody chooses: entered twice, on the pad or with the digit keys. */
export function NewPin({ value, onChange, label, error }: NewPinProps) {
  const text = useText();
  const [state, dispatch] = useReducer(newPinReducer, emptyNewPin);
  const isEntered = useRef(false);
  // The pad goes with its keys: the focus must not fall back to the top of the page.
  const focusOnce = (element: HTMLElement | null) => {
    if (element && isEntered.current) element.focus();
    isEntered.current = false;
  };
  if (value !== null) {
    return (
      <div ref={focusOnce} className={styles.set} role="status" tabIndex={-1}>
        <CircleCheck aria-hidden="true" className={styles.check} />
        <p className={styles.words}>{text('secrets.pin-set')}</p>
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            dispatch({ kind: 'restart' });
            onChange(null);
          }}
        >
          {text('secrets.pin-change')}
        </Button>
      </div>
    );
  }
  const isAgain = state.stage === 'again';
  const problem = state.stage === 'first' && state.problem ? text(`secrets.pin-${state.problem}`) : undefined;
  return (
    <div className={styles.choose}>
      <PinPad
        label={isAgain ? text('secrets.pin-repeat') : (label ?? text('secrets.pin-choose'))}
        error={problem}
        onPin={(pin) => {
          dispatch({ kind: 'entered', pin });
          isEntered.current = isAgain && state.first === pin;
          if (isEntered.current) onChange(pin);
        }}
      />
      {error !== undefined && problem === undefined && (
        <p className={styles.error} role="alert">
          <CircleAlert aria-hidden="true" />
          {isAgain ? text('secrets.pin-repeat-missing') : error}
        </p>
      )}
    </div>
  );
}
