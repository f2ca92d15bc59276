import styles from './problem-rows.module.css';

/** Something that was found in a file, in words. */
export type ShownProblem = {
  /** "Line 12" */
  readonly place: string;
  readonly words: string;
  /** "Column Price"; null where it is of no single one. */
  readonly column: string | null;
};

type ProblemRowsProps = {
  readonly label: string;
  readonly sections: readonly {
    readonly title: string;
    readonly isError: boolean;
    readonly problems: readonly ShownProblem[];
  }[];
  /** What is not listed. */
  readonly more?: string | undefined;
};

/** What was found in a file, in sections: rows that stay out first, then what was only noted. Scrolls by itself. */
export function ProblemRows({ label, sections, more }: ProblemRowsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region to scroll, its parts are the sections
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
      tabIndex={0}
      className={styles.problems}
    >
      {sections
        .filter(({ problems }) => problems.length > 0)
        .map(({ title, isError, problems }) => (
          <section key={title} className={styles.section} aria-label={title}>
            <h3 className={isError ? styles.errorTitle : styles.title}>{title}</h3>
            <ul>
              {problems.map((problem, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of one reading never changes its order
                <ProblemItem key={index} problem={problem} />
              ))}
            </ul>
          </section>
        ))}
      {more !== undefined && <p className={styles.hidden}>{more}</p>}
    </div>
  );
}

function ProblemItem({ problem }: { readonly problem: ShownProblem }) {
  return (
    <li className={styles.item}>
      <span className={styles.line}>{problem.place}</span>
      <span className={styles.words} dir="auto">
        {problem.words}
        {problem.column !== null && <span className={styles.column}> {problem.column}</span>}
      </span>
    </li>
  );
}
