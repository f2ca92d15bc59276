import { useFormat, useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ImportPreview } from './import-reducer.ts';
import styles from './problem-list.module.css';
import { problemWords } from './row-words.ts';

type Problem = ImportPreview['problems'][number];

/** What was found in the file: rows that stay out first, then what was only noted. */
export function ProblemList({ preview }: { readonly preview: ImportPreview }) {
  const text = useText();
  const { problems, problemCount, errorCount } = preview;
  if (problems.length === 0) {
    return (
      <EmptyState drawing="done" title={text('import-screen.no-problems')}>
        {text('import-screen.no-problems-more')}
      </EmptyState>
    );
  }
  const hidden = problemCount - problems.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region to scroll, its parts are the sections
    <div
      role="region"
      aria-label={text('import-screen.problems')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
      tabIndex={0}
      className={styles.problems}
    >
      <Section
        title={text('import-screen.rows-left-out', { count: errorCount })}
        problems={problems.filter(({ severity }) => severity === 'error')}
        isError
      />
      <Section
        title={text('import-screen.rows-noted', { count: problemCount - errorCount })}
        problems={problems.filter(({ severity }) => severity === 'note')}
      />
      {hidden > 0 && (
        <p className={styles.hidden}>{text('import-screen.more-problems', { count: hidden })}</p>
      )}
    </div>
  );
}

type SectionProps = {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly isError?: boolean;
};

function Section({ title, problems, isError = false }: SectionProps) {
  if (problems.length === 0) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={isError ? styles.errorTitle : styles.title}>{title}</h3>
      <ul>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one reading never changes its order
          <ProblemItem key={index} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function ProblemItem({ problem }: { readonly problem: Problem }) {
  const text = useText();
  const format = useFormat();
  const { line, column } = problem;
  return (
    <li className={styles.item}>
      <span className={styles.line}>
        {line === 0
          ? text('import-screen.whole-file')
          : text('import-screen.line', { line: format.number(line) })}
      </span>
      <span className={styles.words} dir="auto">
        {problemWords(text, problem)}
        {column !== null && (
          <span className={styles.column}> {text('import-screen.in-column', { column })}</span>
        )}
      </span>
    </li>
  );
}
