import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import styles from './checkbox.module.css';
import { joinClasses } from './join-classes.ts';

export type CheckboxProps = {
  readonly children: ReactNode;
  readonly description?: string | undefined;
  readonly checked: boolean;
  /** Some of what it stands for. */
  readonly partly?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

export function Checkbox(props: CheckboxProps) {
  return (
    <AriaCheckbox
      className={joinClasses(styles.checkbox)}
      isSelected={props.checked}
      isIndeterminate={props.partly ?? false}
      isDisabled={props.disabled ?? false}
      onChange={props.onChange}
    >
      <span className={styles.box} aria-hidden="true">
        {props.partly ? <Minus /> : <Check />}
      </span>
      <span className={styles.words}>
        <span>{props.children}</span>
        {props.description !== undefined && <span className={styles.description}>{props.description}</span>}
      </span>
    </AriaCheckbox>
  );
}
