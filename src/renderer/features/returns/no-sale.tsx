import { type ApiError, isRefusal } from '../../bridge/client.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';

type NoSaleProps = {
  readonly number: string;
  /** Absent where there can be no sale of that number. */
  readonly error?: ApiError;
  readonly onRetry?: () => void;
};

/** Why nothing can come back from this order: there is none, it has not left the shop, or it could not be read. */
export function NoSale({ number, error, onRetry }: NoSaleProps) {
  const text = useText();
  const back = () => navigate('/returns');
  return (
    <>
      <PageHeader title={text('returns.title')} onBack={back} />
      <Why number={number} error={error} onRetry={onRetry} onBack={back} />
    </>
  );
}

type WhyProps = { readonly [name in keyof NoSaleProps]: NoSaleProps[name] | undefined } & {
  readonly number: string;
  readonly onBack: () => void;
};

function Why({ number, error, onRetry, onBack }: WhyProps) {
  const text = useText();
  const errorText = useErrorText();
  const otherSale = <Button onPress={onBack}>{text('returns.other-sale')}</Button>;
  if (error && isRefusal(error, 'not-returnable')) {
    const isCancelled = error.details.status === 'cancelled';
    return (
      <EmptyState
        drawing="problem"
        title={text(isCancelled ? 'returns.is-cancelled' : 'returns.not-handed-over', { number })}
        action={
          <>
            {otherSale}
            <Button variant="primary" onPress={() => navigate(`/orders/${number}`)}>
              {text('returns.open-order')}
            </Button>
          </>
        }
      >
        {text(isCancelled ? 'returns.is-cancelled-help' : 'returns.not-handed-over-help')}
      </EmptyState>
    );
  }
  if (!error || isRefusal(error, 'not-found') || isRefusal(error, 'invalid-input')) {
    return (
      <EmptyState drawing="search" title={text('returns.not-there', { number })} action={otherSale}>
        {text('returns.not-there-help')}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      happened={text('returns.sale-unreadable')}
      safe={text('returns.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}
