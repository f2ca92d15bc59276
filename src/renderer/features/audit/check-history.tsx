import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { List } from '../../ui/list.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './check-history.module.css';
import { type Check, causeWords, checkedWords } from './check-words.ts';

/** The checks before the last one. */
export function CheckHistory({ checks }: { readonly checks: readonly Check[] }) {
  const { text, format } = useApp();
  return (
    <Card title={text('audit.history')} flush>
      <List label={text('audit.history')} items={checks} itemKey={({ checkId }) => String(checkId)}>
        {(check) => (
          <>
            <span className={styles.words}>
              <span>{causeWords(check, text, format)}</span>
              <span className={styles.what}>
                {text(`audit.scope-${check.scope}`)} · {checkedWords(check, text)}
              </span>
            </span>
            {check.found === 0 ? (
              <Badge tone="positive">{text('audit.history-well')}</Badge>
            ) : (
              <Badge tone="danger">{text('audit.history-found', { count: check.found })}</Badge>
            )}
          </>
        )}
      </List>
    </Card>
  );
}
