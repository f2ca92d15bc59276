import { X } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useId } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from './app-context.tsx';
import styles from './dialog.module.css';
import { focusRefused } from './focus-refused.ts';
import { HotkeyScope } from './hotkey-scope.tsx';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';
import { useKeyScroll } from './use-key-scroll.ts';

export type DialogSize = 'small' | 'medium' | 'large' | 'full';

export type DialogProps = {
  readonly open: boolean;
  /** Escape, the cross, and a press outside where that is allowed. */
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: DialogSize;
  readonly children: ReactNode;
  /** Buttons; the one to do next comes last. */
  readonly footer?: ReactNode;
  /**
   * Makes the dialog a form: Enter in a field, or a `type="submit"` button in the footer. Not while a number in it cannot
   * be read or is beyond its bounds: that field gets the focus.
   */
  readonly onSubmit?: (() => void) | undefined;
  /** A press outside closes it. Off where typed work would be lost. */
  readonly closeOnOutside?: boolean;
  /** While a command runs: neither Escape nor the cross closes it. */
  readonly busy?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
};

/**
 * A window over the window. Holds the focus, gives it back where it came from, shadows the hotkeys of the
 * screen under it.
 */
export function Dialog(props: DialogProps) {
  const { size = 'medium', busy = false } = props;
  return (
    <ModalOverlay
      className={joinClasses(styles.overlay)}
      isOpen={props.open}
      onOpenChange={(open) => {
        if (!open && !busy) props.onClose();
      }}
      isDismissable={(props.closeOnOutside ?? false) && !busy}
      isKeyboardDismissDisabled={busy}
    >
      <Modal className={joinClasses(styles.modal, styles[size])}>
        <AriaDialog className={joinClasses(styles.dialog)} role={props.role ?? 'dialog'}>
          <HotkeyScope>
            <DialogContent {...props} busy={busy} />
          </HotkeyScope>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogContent({ title, children, footer, onSubmit, onClose, busy }: DialogProps) {
  const text = useText();
  const formId = useId();
  const scroll = useKeyScroll();
  const content = (
    <>
      <div className={styles.body} {...scroll}>
        {children}
      </div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </>
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form inside a portal still bubbles to the form that opened it.
    event.stopPropagation();
    if (!busy && !focusRefused(event.currentTarget)) onSubmit?.();
  };
  return (
    <>
      <header className={styles.header}>
        <Heading slot="title" className={joinClasses(styles.title)}>
          {title}
        </Heading>
        <IconButton label={text('ui.close')} icon={<X />} onPress={onClose} disabled={busy ?? false} />
      </header>
      {onSubmit ? (
        <form id={formId} className={styles.content} noValidate onSubmit={submit}>
          {content}
        </form>
      ) : (
        <div className={styles.content}>{content}</div>
      )}
    </>
  );
}
