import { useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './kiosk-form.module.css';

type KioskWaitingProps = {
  /** What is asked for and not there yet. */
  readonly query: {
    readonly error: { readonly reference: string | null } | null;
    readonly refetch: () => unknown;
  };
};

/** Holds the place of what is on its way; says so where it cannot be read. */
export function KioskWaiting({ query }: KioskWaitingProps) {
  const text = useText();
  const { error, refetch } = query;
  if (error) {
    return (
      <ErrorState
        happened={text('kiosk.unreadable')}
        safe={text('kiosk.unreadable-safe')}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div role="status" aria-label={text('ui.loading')} className={styles.card}>
      <Skeleton width="60%" height="1.75rem" />
      <Skeleton height="4rem" />
      <Skeleton width="80%" height="1.75rem" />
    </div>
  );
}
