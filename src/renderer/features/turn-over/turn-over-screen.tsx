import { Ban, LogOut, ShoppingBasket } from 'lucide-react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './turn-over-screen.module.css';

/** Says what customers can and cannot do, and turns this window over to them. Main shows their page then. */
export function TurnOverScreen() {
  const text = useText();
  const errorText = useErrorText();
  const enter = useCommand('kiosk.enter');
  return (
    <>
      <PageHeader title={text('kiosk.enter-title')} />
      <div className={styles.content}>
        <Card>
          <div className={styles.columns}>
            <Drawing name="welcome" size="large" />
            <ul className={styles.points}>
              <li>
                <ShoppingBasket aria-hidden="true" />
                {text('kiosk.enter-can')}
              </li>
              <li>
                <Ban aria-hidden="true" />
                {text('kiosk.enter-cannot')}
              </li>
              <li>
                <LogOut aria-hidden="true" />
                {text('kiosk.enter-back')}
              </li>
            </ul>
          </div>
          {enter.error && (
            <p role="alert" className={styles.problem}>
              {errorText(enter.error)}
            </p>
          )}
          <Button
            variant="primary"
            size="touch"
            wide
            pending={enter.isPending}
            onPress={() => enter.mutate({})}
          >
            {text('kiosk.enter-action')}
          </Button>
        </Card>
      </div>
    </>
  );
}
