import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ariaKeys } from '../../ui/hotkey-combo.ts';
import { joinClasses } from '../../ui/join-classes.ts';

type PlainButtonProps = {
  readonly className: string | undefined;
  readonly keys: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

/** A button of the line bar: icon over word over key, which no button of the kit is. */
export function PlainButton({ className, keys, disabled, onPress, children }: PlainButtonProps) {
  return (
    <AriaButton
      className={joinClasses(className)}
      aria-keyshortcuts={ariaKeys(keys)}
      isDisabled={disabled}
      onPress={onPress}
    >
      {children}
    </AriaButton>
  );
}
