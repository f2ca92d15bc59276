import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { asksForDates, isBusy, missingOf } from './history-state.ts';
import styles from './questions.module.css';
import type { History } from './use-history.ts';

type ReadFirstProps = { readonly history: History; readonly title: string; readonly words: string };

/** What can be asked only once the file was read with the columns as they are chosen now. */
export function ReadFirst({ history: { state, session }, title, words }: ReadFirstProps) {
  const text = useText();
  const canRead = missingOf(state).length === 0 && !asksForDates(state);
  return (
    <Card title={title}>
      <div className={styles.questions}>
        <p className={styles.more}>{words}</p>
        {canRead && (
          <div>
            <Button size="small" onPress={() => session.readAgain()} disabled={isBusy(state)}>
              {text('history-screen.read-now')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
