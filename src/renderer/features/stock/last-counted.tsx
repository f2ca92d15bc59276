import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './last-counted.module.css';
import type { Counting } from './use-counting.ts';
import { Variance } from './variance.tsx';

/** What was entered last, once more; holds its place before the first. */
export function LastCounted({ counting }: { readonly counting: Counting }) {
  const { text, format } = useApp();
  const { last } = counting;
  return (
    <div className={styles.last}>
      <p role="status" className={styles.words}>
        {last &&
          text('stock-take.sheet-last', {
            name: last.line.name,
            quantity: format.quantity(last.counted, last.line.unit),
          })}
      </p>
      {last === null ? (
        <p className={styles.hint}>{text('stock-take.sheet-hint')}</p>
      ) : (
        <>
          <Variance
            counted={last.counted}
            expected={last.expected ?? last.line.expected}
            unit={last.line.unit}
          />
          <Button size="small" variant="quiet" onPress={counting.takeBack}>
            {text('stock-take.sheet-take-back')}
          </Button>
        </>
      )}
    </div>
  );
}
