import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, type DialogSize } from '../../ui/dialog.tsx';
import { useSell } from './sell-context.ts';

type SellDialogFrameProps = {
  readonly title: string;
  readonly size?: DialogSize;
  readonly children: ReactNode;
  /** The verb that Enter does; absent where rows or buttons inside do everything. */
  readonly action?: string;
  readonly onAction?: () => void;
  readonly pending?: boolean;
  /** Beside the verb: what else may be done. */
  readonly more?: ReactNode;
};

/** A small dialog of the till: a few fields and one verb. Escape leaves everything as it was. */
export function SellDialogFrame(props: SellDialogFrameProps) {
  const { title, size = 'small', children, action, onAction, pending = false, more } = props;
  const text = useText();
  const { dispatch } = useSell();
  const close = () => dispatch({ type: 'close' });
  const footer =
    action === undefined ? (
      more
    ) : (
      <>
        {more}
        <Button onPress={close} disabled={pending}>
          {text('sell.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          {action}
        </Button>
      </>
    );
  return (
    <Dialog
      open
      onClose={close}
      title={title}
      size={size}
      busy={pending}
      onSubmit={onAction}
      {...(footer === undefined ? {} : { footer })}
    >
      {children}
    </Dialog>
  );
}
