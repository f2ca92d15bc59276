import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useText } from './app-context.tsx';
import styles from './button.module.css';
import { given } from './given.ts';
import { ariaKeys } from './hotkey-combo.ts';
import { joinClasses } from './join-classes.ts';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';
import { toast } from './toast-queue.ts';
import { Tooltip } from './tooltip.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'touch';

export type ButtonProps = {
  /** A verb with its object: "Take payment". */
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  /** Shows the key cap of a hotkey; the hotkey itself is declared with `useHotkeys`. */
  readonly keys?: string | undefined;
  /** While the command runs: keeps its place and focus, takes no second press. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** Why it cannot be pressed now and who can help. Keeps the button reachable, and says so on focus and press. */
  readonly disabledReason?: string | undefined;
  readonly type?: 'button' | 'submit';
  /** As wide as its container. */
  readonly wide?: boolean;
  readonly autoFocus?: boolean;
  readonly label?: string | undefined;
  /** Shown as pressed or expanded, for buttons that open something. */
  readonly expanded?: boolean | undefined;
  readonly form?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'normal', pending = false, disabledReason, keys, label } = props;
  const text = useText();
  const blocked = disabledReason !== undefined;
  const button = (
    <AriaButton
      className={joinClasses(styles.button, styles[variant], styles[size], props.wide && styles.wide)}
      type={props.type ?? 'button'}
      isDisabled={props.disabled ?? false}
      isPending={pending}
      autoFocus={props.autoFocus ?? false}
      data-blocked={blocked || undefined}
      {...given({
        ref: props.ref,
        form: props.form,
        // A finger neither hovers nor shows its focus: the press itself must be answered.
        onPress: blocked ? () => void toast(disabledReason) : props.onPress,
        'aria-label': label,
        'aria-expanded': props.expanded,
        'aria-disabled': blocked || undefined,
        'aria-keyshortcuts': ariaKeys(keys),
      })}
    >
      {props.icon !== undefined && <span className={styles.icon}>{props.icon}</span>}
      <span className={styles.label}>{props.children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
      {pending && (
        <span className={styles.pending}>
          <Spinner label={text('ui.working')} />
        </span>
      )}
    </AriaButton>
  );
  return blocked ? <Tooltip content={disabledReason}>{button}</Tooltip> : button;
}
