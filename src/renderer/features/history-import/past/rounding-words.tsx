import { useApp } from '../../../ui/app-context.tsx';
import { fineWords, leastUnit } from './fine-words.ts';
import { measures, type Reconciled } from './measures.ts';
import styles from './rounding-words.module.css';

/** Why the shop's whole units differ from a file that is finer, and by how much. */
export function RoundingWords({ total, isRounded }: Pick<Reconciled, 'total' | 'isRounded'>) {
  const { text, format } = useApp();
  if (!isRounded) return <p className={styles.words}>{text('history-past.rounding-none')}</p>;
  const words = (amount: number): string => {
    if (amount === 0) return text('history-past.rounding-same');
    const size = fineWords(Math.abs(amount), format);
    return text(amount > 0 ? 'history-past.rounding-more' : 'history-past.rounding-less', { amount: size });
  };
  return (
    <>
      <p className={styles.words}>{text('history-past.rounding-why', { unit: leastUnit(format) })}</p>
      <dl className={styles.list}>
        {measures.map((measure) => (
          <Line
            key={measure}
            term={text(`history-past.measure-${measure}`)}
            words={words(total.difference[measure])}
          />
        ))}
      </dl>
    </>
  );
}

function Line({ term, words }: { readonly term: string; readonly words: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </>
  );
}
