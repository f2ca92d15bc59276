import type { Output } from '../../../shared/contract/index.ts';
import { pricingOf } from '../../../shared/domain/cart.ts';
import { countItems } from '../../../shared/domain/count-items.ts';
import { parseCart } from '../../../shared/domain/parse-cart.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './held-dialog.module.css';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import { useHeld } from './use-held.ts';

type Held = Output<'carts.listHeld'>[number];

/** Carts on hold: each can be taken back by whoever is at the till. */
export function HeldDialog() {
  const text = useText();
  const errorText = useErrorText();
  const answer = useApiQuery('carts.listHeld', {});
  const { takeBack, discard, busyWith, error } = useHeld();
  return (
    <SellDialogFrame title={text('sell.held-title')} size="medium">
      {error !== null && <ProblemNote>{errorText(error)}</ProblemNote>}
      {answer.error && (
        <ErrorState
          happened={text('sell.held-list-unreadable')}
          safe={text('sell.cart-is-safe')}
          advice={errorText(answer.error)}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data?.length === 0 && (
        <EmptyState drawing="cart" title={text('sell.held-none')}>
          {text('sell.held-none-help')}
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={text('sell.held-title')}>
        {answer.data?.map((held, index) => (
          <HeldRow
            key={held.cartId}
            held={held}
            isFirst={index === 0}
            isBusy={busyWith === held.cartId}
            onTakeBack={() => void takeBack(held.cartId)}
            onDiscard={(label) => void discard(held, label)}
          />
        ))}
      </ul>
    </SellDialogFrame>
  );
}

type HeldRowProps = {
  readonly held: Held;
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly onTakeBack: () => void;
  readonly onDiscard: (label: string) => void;
};

function HeldRow({ held, isFirst, isBusy, onTakeBack, onDiscard }: HeldRowProps) {
  const text = useText();
  const format = useFormat();
  const { shop } = useSell();
  const cart = parseCart(held.content);
  const time = format.dateTime(held.updatedAt);
  const label = held.label || text('sell.held-unnamed', { time });
  const by = held.staffName === null ? time : text('sell.held-by', { name: held.staffName, time });
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span className={styles.label}>
          <bdi>{label}</bdi>
        </span>
        <span className={styles.detail}>
          {cart === null
            ? text('sell.held-unreadable')
            : `${text('sell.items', { count: countItems(cart.lines) })} · ${by}`}
        </span>
      </div>
      {cart !== null && <MoneyText amount={pricingOf(cart, shop).total} currencySign={false} size="large" />}
      <Button variant="quiet" onPress={() => onDiscard(label)} disabled={isBusy}>
        {text('sell.discard')}
      </Button>
      <Button onPress={onTakeBack} pending={isBusy} disabled={cart === null} autoFocus={isFirst}>
        {text('sell.take-back')}
      </Button>
    </li>
  );
}
