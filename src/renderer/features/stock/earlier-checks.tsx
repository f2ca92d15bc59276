import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { List } from '../../ui/list.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import { checkedWords } from './check-words.ts';
import styles from './earlier-checks.module.css';
import type { StockCheck } from './self-check.tsx';

/** What the comparisons before the last one found. */
export function EarlierChecks({ checks }: { readonly checks: readonly StockCheck[] }) {
  const { text, format } = useApp();
  return (
    <Card title={text('stock.check-earlier')} flush>
      <List label={text('stock.check-earlier')} items={checks} itemKey={(check) => String(check.checkId)}>
        {(check) => (
          <>
            <span className={styles.when}>{checkedWords(check, text, format)}</span>
            <Outcome check={check} />
          </>
        )}
      </List>
    </Card>
  );
}

function Outcome({ check: { drifted, repairedAt } }: { readonly check: StockCheck }) {
  const { text } = useApp();
  if (drifted === 0) return <Badge tone="positive">{text('stock.check-fine')}</Badge>;
  return repairedAt === null ? (
    <Badge tone="warning">{text('stock.check-drifted-count', { count: drifted })}</Badge>
  ) : (
    <Badge>{text('stock.check-drifted-repaired', { count: drifted })}</Badge>
  );
}
