import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './check-result.module.css';
import { checkedWords, repairedWords } from './check-words.ts';
import { DriftTable } from './drift-table.tsx';
import type { StockCheck } from './self-check.tsx';

type CheckResultProps = { readonly check: StockCheck; readonly onRepair: () => void };

/** What the last comparison found, in words; and each product that does not agree, to be put right. */
export function CheckResult({ check, onRepair }: CheckResultProps) {
  const { text, format } = useApp();
  const { checked, drifted, drifts } = check;
  const repaired = repairedWords(check, text, format);
  const isWell = drifted === 0 || repaired !== null;
  const Icon = isWell ? CircleCheck : TriangleAlert;
  return (
    <div className={styles.result}>
      <div className={joinClasses(styles.verdict, isWell ? styles.well : styles.drifted)}>
        <Icon aria-hidden="true" className={styles.icon} />
        <div role="status" className={styles.words}>
          <p className={styles.sentence}>
            {drifted === 0
              ? text('stock.check-agree', { count: checked })
              : text(repaired === null ? 'stock.check-drift' : 'stock.check-drift-mended', {
                  count: drifted,
                })}
          </p>
          <p>{checkedWords(check, text, format)}</p>
          {repaired !== null && <p>{repaired}</p>}
        </div>
        {!isWell && drifts.length > 0 && (
          <Button variant="primary" onPress={onRepair}>
            {text('stock.repair', { count: drifts.length })}
          </Button>
        )}
      </div>
      {drifts.length > 0 && <DriftTable drifts={drifts} />}
      {drifted > drifts.length && (
        <p className={styles.more}>{text('stock.check-more', { count: drifted - drifts.length })}</p>
      )}
    </div>
  );
}
