import { useId } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { hueOf } from '../../ui/initials.ts';
import styles from './colour-choice.module.css';

type ColourChoiceProps = { readonly value: number; readonly onChange: (colour: number) => void };

/** The first colour of each hue, in the order of the hues; several numbers share one. */
const colours: readonly number[] = Array.from({ length: 12 }, (_, colour) => colour).filter(
  (colour, at, all) => all.findIndex((other) => hueOf(String(other)) === hueOf(String(colour))) === at,
);

/** The hue by which a category's products are known at the till. */
export function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const text = useText();
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{text('categories.colour')}</legend>
      <div className={styles.colours}>
        {colours.map((colour, at) => (
          <label key={colour} className={styles.colour}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              aria-label={text('categories.colour-of', { number: at + 1 })}
              checked={hueOf(String(value)) === hueOf(String(colour))}
              onChange={() => onChange(colour)}
            />
            <span
              aria-hidden="true"
              className={styles.dot}
              style={{ background: `var(--hue-${hueOf(String(colour))})` }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
