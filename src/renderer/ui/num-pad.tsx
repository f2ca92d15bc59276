import { Delete } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useFormat, useText } from './app-context.tsx';
import styles from './num-pad.module.css';
import { deleteTyped, insertTyped } from './typed-field.ts';

export type NumPadProps = {
  /** The field that the pad types into. It keeps the focus, so that keys and pad go together. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Off for whole pieces and currencies without minor units. */
  readonly decimals?: boolean;
};

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

/** Digits for touch. Not in the tab order: who has keys has digits on them. */
export function NumPad({ field, label, decimals = true }: NumPadProps) {
  const text = useText();
  const { decimalSign } = useFormat();
  const key = (shown: ReactNode, press: () => void, name?: string) => (
    <button
      key={name ?? String(shown)}
      type="button"
      tabIndex={-1}
      className={styles.key}
      aria-label={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => withFocus(field.current, press)}
    >
      {shown}
    </button>
  );
  const typing = (typed: string) => key(typed, () => insertTyped(typed));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields, these are buttons
    <div role="group" aria-label={label} className={styles.pad}>
      {digits.map(typing)}
      {decimals ? typing(decimalSign) : typing('00')}
      {typing('0')}
      {key(<Delete aria-hidden="true" />, deleteTyped, text('ui.pin-delete'))}
    </div>
  );
}

/** A field that just got the focus marks its text in the next frame; what is typed then takes its place. */
function withFocus(field: HTMLInputElement | null, press: () => void): void {
  if (document.activeElement === field) press();
  else if (field !== null) {
    field.focus();
    requestAnimationFrame(() => requestAnimationFrame(press));
  }
}
