import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import { joinClasses } from './join-classes.ts';
import styles from './switch.module.css';

export type SwitchProps = {
  readonly children: ReactNode;
  readonly description?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
};

/** Something that is on or off at once, without a button to save it. */
export function Switch(props: SwitchProps) {
  return (
    <AriaSwitch
      className={joinClasses(styles.switch)}
      isSelected={props.on}
      isDisabled={props.disabled ?? false}
      onChange={props.onChange}
    >
      <span className={styles.words}>
        <span>{props.children}</span>
        {props.description !== undefined && <span className={styles.description}>{props.description}</span>}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} />
      </span>
    </AriaSwitch>
  );
}
