import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ExceptionRows } from './exception-rows.tsx';
import { ExceptionsBar } from './exceptions-bar.tsx';
import { ExceptionsMatrix } from './exceptions-matrix.tsx';
import styles from './exceptions-part.module.css';
import { type Exceptions, useExceptions } from './use-exceptions.ts';

/** What an owner looks at twice: what happened how often, by whom, and the rows behind each figure. */
export function ExceptionsPart() {
  const exceptions = useExceptions();
  const { view } = exceptions;
  return (
    <div className={styles.part}>
      <ExceptionsBar exceptions={exceptions} />
      <div className={styles.split}>
        <div className={styles.figures}>
          <Figures exceptions={exceptions} />
        </div>
        {view.kind !== null && (
          <ExceptionRows
            key={`${view.kind} ${view.person}`}
            exceptions={exceptions}
            kind={view.kind}
            person={view.person}
          />
        )}
      </div>
    </div>
  );
}

function Figures({ exceptions }: { readonly exceptions: Exceptions }) {
  const text = useText();
  const { data, error, tooLong, retry } = exceptions;
  if (tooLong) return <EmptyState drawing="search" title={text('audit.too-long')} />;
  if (error) {
    return (
      <ErrorState
        happened={text('audit.exceptions-unreadable')}
        safe={text('audit.unreadable-safe')}
        id={error.reference ?? undefined}
        onRetry={retry}
      />
    );
  }
  if (!data) {
    return (
      <div role="status" aria-label={text('ui.loading')}>
        <Skeleton height="20rem" />
      </div>
    );
  }
  if (data.kinds.every(({ count }) => count === 0)) {
    return (
      <EmptyState drawing="done" title={text('audit.exceptions-none')}>
        {text('audit.exceptions-none-help')}
      </EmptyState>
    );
  }
  return <ExceptionsMatrix exceptions={exceptions} data={data} />;
}
