import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKiosk } from './kiosk-context.tsx';
import { useIdle } from './use-idle.ts';

/** Asks a customer who has not touched the screen whether they are there, then begins anew. */
export function IdleDialog() {
  const text = useText();
  const { state, basket, view, reset } = useKiosk();
  // Where there is nothing to forget nobody need be asked.
  const isFresh = state.customer === null && basket.length === 0 && view.name === 'choose';
  const { left, stay } = useIdle({ seconds: state.idleSeconds, enabled: !isFresh, leave: reset });
  if (left === null) return null;
  return (
    <Dialog
      open
      onClose={stay}
      title={text('kiosk.idle-title')}
      role="alertdialog"
      footer={
        <>
          <Button size="touch" onPress={reset}>
            {text('kiosk.idle-leave')}
          </Button>
          <Button size="touch" variant="primary" onPress={stay} autoFocus>
            {text('kiosk.idle-stay')}
          </Button>
        </>
      }
    >
      <p>{text('kiosk.idle-text', { seconds: left })}</p>
    </Dialog>
  );
}
