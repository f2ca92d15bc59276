import type { CSSProperties } from 'react';
import { metrics } from '../../../shared/domain/kpi.ts';
import { money } from '../../../shared/domain/money.ts';
import { figureWords, spanWords } from '../../../shared/text/report-words.ts';
import { ExplainButton } from '../../explain/explain-button.tsx';
import { useApp } from '../../ui/app-context.tsx';
import { type Comparison, ComparisonWords, Figure } from '../../ui/figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { compareValues } from './compare-values.ts';
import styles from './figures-row.module.css';
import type { Answer } from './use-report.ts';

type ReportFigure = Answer['result']['figures'][number];

/** How many figures stand large where there are more than fit in a row; the others follow in a closer list. */
const mostLarge = 4;
const mostInRow = 6;

/** The figures of a report, each with what it was on the days before and how it comes about. */
export function FiguresRow({ answer: { result } }: { readonly answer: Answer }) {
  const { text } = useApp();
  const { figures } = result;
  const largeCount = figures.length > mostInRow ? mostLarge : figures.length;
  const large = figures.slice(0, largeCount);
  const others = figures.slice(largeCount);
  return (
    <section className={styles.figures} aria-label={text('reports.figures')}>
      <div className={styles.large} data-count={largeCount}>
        {large.map((figure) => (
          <LargeFigure key={figure.metric} figure={figure} result={result} />
        ))}
      </div>
      {others.length > 0 && (
        <dl className={styles.others}>
          {others.map((figure) => (
            <OtherFigure key={figure.metric} figure={figure} result={result} />
          ))}
        </dl>
      )}
    </section>
  );
}

type FigureProps = { readonly figure: ReportFigure; readonly result: Answer['result'] };

/** How long a figure is, so that it is written as large as it fits. */
function lettersOf({ metric, value }: ReportFigure, words: ReturnType<typeof useApp>): CSSProperties {
  const letters = figureWords(words, metrics[metric].unit, value).length;
  return { '--letters': letters } as CSSProperties;
}

function LargeFigure({ figure, result }: FigureProps) {
  const words = useApp();
  const { text } = words;
  const { comparison, note } = useComparison({ figure, result });
  return (
    <div className={styles.cell} style={lettersOf(figure, words)}>
      <Figure
        label={text(`metric.name-${figure.metric}`)}
        value={<Value figure={figure} />}
        comparison={comparison ?? undefined}
        note={note}
        plain={result.before === null}
        dense
      />
      <span className={styles.explain}>
        <Explain figure={figure} result={result} />
      </span>
    </div>
  );
}

function OtherFigure({ figure, result }: FigureProps) {
  const { text } = useApp();
  const { comparison, note } = useComparison({ figure, result });
  return (
    <div className={styles.other}>
      <dt className={styles.label}>
        {text(`metric.name-${figure.metric}`)}
        <Explain figure={figure} result={result} />
      </dt>
      <dd className={styles.value}>
        <Value figure={figure} />
        {result.before !== null && (
          <span className={styles.before} title={note}>
            {comparison ? <ComparisonWords comparison={{ ...comparison, comparedWith: '' }} /> : '–'}
          </span>
        )}
      </dd>
    </div>
  );
}

function Value({ figure: { metric, value } }: { readonly figure: ReportFigure }) {
  const words = useApp();
  const { unit } = metrics[metric];
  if (unit === 'money' && value !== null) return <MoneyText amount={money(value)} />;
  return <bdi>{figureWords(words, unit, value)}</bdi>;
}

function Explain({ figure: { metric }, result: { from, to } }: FigureProps) {
  return <ExplainButton picked={{ metric, part: { kind: 'all', key: '' }, from, to, label: '' }} />;
}

function useComparison({ figure, result }: FigureProps): {
  readonly comparison: Comparison | null;
  readonly note: string | undefined;
} {
  const words = useApp();
  const { before } = result;
  if (before === null) return { comparison: null, note: undefined };
  if (metrics[figure.metric].countedBy === 'now')
    return { comparison: null, note: words.text('reports.now') };
  const span = spanWords(words, before);
  const comparison = compareValues({ ...figure, span }, words);
  if (comparison) return { comparison, note: undefined };
  if (!figure.before) return { comparison, note: words.text('reports.none-before', { span }) };
  const value = figureWords(words, metrics[figure.metric].unit, figure.before);
  return { comparison, note: words.text('reports.before-was', { value, span }) };
}
