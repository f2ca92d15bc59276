import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { navigate } from '../../ui/router.ts';
import styles from './begun-note.module.css';
import { isBegun, type ReturnAction, type ReturnDraft } from './return-draft.ts';

type BegunNoteProps = { readonly draft: ReturnDraft; readonly dispatch: (action: ReturnAction) => void };

/** That a return was begun and waits, so that going back lost nothing. */
export function BegunNote({ draft, dispatch }: BegunNoteProps) {
  const text = useText();
  const { orderId } = draft;
  if (orderId === null || !isBegun(draft)) return null;
  const number = String(orderId);
  return (
    <div className={styles.note} role="status">
      <div className={styles.words}>
        <p className={styles.title}>{text('returns.begun-title', { number })}</p>
        <p>{text('returns.begun')}</p>
      </div>
      <Button size="small" variant="quiet" onPress={() => dispatch({ type: 'forget' })}>
        {text('returns.forget')}
      </Button>
      <Button size="small" onPress={() => navigate('/returns', { query: { order: number } })}>
        {text('returns.go-on')}
      </Button>
    </div>
  );
}
