import type { ReactElement, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { given } from './given.ts';
import styles from './icon-button.module.css';
import { joinClasses } from './join-classes.ts';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = {
  /** What it does; read out, and shown on hover and focus. */
  readonly label: string;
  readonly icon: ReactElement;
  readonly onPress?: (() => void) | undefined;
  readonly size?: 'small' | 'normal' | 'touch';
  readonly disabled?: boolean;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

export function IconButton(props: IconButtonProps) {
  return (
    <Tooltip content={props.label}>
      <AriaButton
        className={joinClasses(styles.button, styles[props.size ?? 'normal'])}
        aria-label={props.label}
        isDisabled={props.disabled ?? false}
        {...given({
          ref: props.ref,
          onPress: props.onPress,
          'aria-pressed': props.pressed,
          'aria-expanded': props.expanded,
        })}
      >
        {props.icon}
      </AriaButton>
    </Tooltip>
  );
}
