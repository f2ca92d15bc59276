import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** For whoever may look at customers and not change them. */
export function NoRight() {
  const text = useText();
  return (
    <EmptyState drawing="problem" title={text('customers.no-right-title')}>
      {text('customers.no-right')}
    </EmptyState>
  );
}
