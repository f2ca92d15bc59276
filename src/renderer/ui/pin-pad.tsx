import { Delete } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from './app-context.tsx';
import { useHotkeys } from './hotkeys.ts';
import { joinClasses } from './join-classes.ts';
import styles from './pin-pad.module.css';
import { useCountdown } from './use-countdown.ts';

type PinPadProps = {
  readonly label: string;
  readonly length?: number;
  /** Called with the whole PIN as its last digit is pressed. */
  readonly onPin: (pin: string) => void;
  /** While the PIN is being checked. */
  readonly pending?: boolean;
  /** Why the last one was not taken. */
  readonly error?: string | undefined;
  /** After a wrong PIN: how long nothing is taken. A new object starts a new wait. */
  readonly wait?: { readonly seconds: number } | null;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;

/** PIN by touch or by the digit keys. Nothing shakes; a wait counts down in words. */
export function PinPad(props: PinPadProps) {
  const { length = 6, pending = false, error, wait = null } = props;
  const text = useText();
  const id = useId();
  const [pin, setShown] = useState('');
  // Keys may come quicker than they are drawn.
  const entered = useRef('');
  const setPin = (next: string) => {
    entered.current = next;
    setShown(next);
  };
  const seconds = useCountdown(wait);
  const closed = pending || seconds > 0;
  useEffect(() => {
    if (error === undefined) return;
    entered.current = '';
    setShown('');
  }, [error]);

  const press = (digit: string) => {
    if (closed) return;
    const next = entered.current + digit;
    setPin(next.length === length ? '' : next);
    if (next.length === length) props.onPin(next);
  };
  const remove = () => setPin(entered.current.slice(0, -1));
  useHotkeys([
    ...digits.filter(Boolean).map((digit) => ({ keys: digit, label: digit, run: () => press(digit) })),
    { keys: 'Backspace', label: text('ui.pin-delete'), run: remove },
  ]);
  const filled = pending ? length : pin.length;

  return (
    <fieldset className={styles.pad} aria-describedby={`${id}-message`}>
      <legend className={styles.label}>{props.label}</legend>
      <div className={styles.dots} role="img" aria-label={text('ui.pin-digits', { count: filled })}>
        {Array.from({ length }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots never change places
          <span key={index} className={joinClasses(styles.dot, index < filled && styles.filled)} />
        ))}
      </div>
      <p id={`${id}-message`} className={styles.message} role="status">
        {seconds > 0 ? text('ui.pin-wait', { count: seconds }) : error}
      </p>
      <div className={styles.keys} dir="ltr">
        {digits.map((digit) =>
          digit === '' ? (
            <span key="gap" />
          ) : (
            <button
              key={digit}
              type="button"
              className={styles.key}
              aria-disabled={closed || undefined}
              onClick={() => press(digit)}
            >
              {digit}
            </button>
          ),
        )}
        <button type="button" className={styles.key} aria-label={text('ui.pin-delete')} onClick={remove}>
          <Delete aria-hidden="true" />
        </button>
      </div>
    </fieldset>
  );
}
