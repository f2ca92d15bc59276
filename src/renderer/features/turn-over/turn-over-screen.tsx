import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
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
        <p>{text('kiosk.enter-text')}</p>
        {enter.error && (
          <p role="alert" className={styles.problem}>
            {errorText(enter.error)}
          </p>
        )}
        <Button variant="primary" size="touch" pending={enter.isPending} onPress={() => enter.mutate({})}>
          {text('kiosk.enter-action')}
        </Button>
      </div>
    </>
  );
}
