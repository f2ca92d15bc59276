import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { negateMoney } from '../../../shared/domain/money.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { NewGoods } from './new-goods.tsx';
import { useReturn } from './return-context.ts';
import { freshItems } from './return-figures.ts';
import styles from './return-ticket.module.css';
import { returnKeys } from './use-return-keys.ts';

type ReturnTicketProps = { readonly maySettle: boolean };

/** What comes back against what goes out, and what that leaves to pay or to give back. */
export function ReturnTicket({ maySettle }: ReturnTicketProps) {
  const text = useText();
  const mayExchange = useMay('sell');
  return (
    <aside className={styles.ticket} aria-label={text('returns.ticket')}>
      <div className={styles.body}>{mayExchange && <Exchange />}</div>
      <Totals />
      <SettleButton maySettle={maySettle} />
    </aside>
  );
}

function Exchange() {
  const text = useText();
  const { draft, dispatch } = useReturn();
  const [isWanted, setWanted] = useState(false);
  const isOpen = isWanted || draft.fresh.lines.length > 0;
  const open = () => {
    setWanted(true);
    dispatch({ type: 'scan-into', into: 'new' });
  };
  useHotkeys([{ keys: returnKeys.newGoods, label: text('returns.add-new-goods'), run: open }]);
  if (isOpen) {
    return (
      <NewGoods
        autoFocus={isWanted}
        onClose={() => {
          setWanted(false);
          dispatch({ type: 'fresh', action: { type: 'clear' } });
          dispatch({ type: 'scan-into', into: 'back' });
        }}
      />
    );
  }
  return (
    <Button wide icon={<ArrowLeftRight />} keys={returnKeys.newGoods} onPress={open}>
      {text('returns.add-new-goods')}
    </Button>
  );
}

function Totals() {
  const { text } = useApp();
  const { figures, draft } = useReturn();
  const { credit, unpaid, dueBefore, newGoods, toPay, toGiveBack, items } = figures;
  const fresh = freshItems(draft.fresh);
  const label = toPay > 0 ? 'returns.to-pay' : toGiveBack > 0 ? 'returns.to-give-back' : 'returns.even';
  return (
    <dl className={styles.totals}>
      <Row
        label={text('returns.comes-back')}
        detail={text('returns.items', { count: items })}
        amount={credit}
      />
      {unpaid > 0 && <Row label={text('returns.unpaid')} amount={negateMoney(unpaid)} />}
      {dueBefore > 0 && <Row label={text('returns.due-before')} amount={dueBefore} />}
      {fresh > 0 && (
        <Row
          label={text('returns.new-goods')}
          detail={text('returns.items', { count: fresh })}
          amount={newGoods.total}
        />
      )}
      <div className={styles.result} data-direction={toPay > 0 ? 'in' : 'out'}>
        <dt>{text(label)}</dt>
        <dd>
          <output aria-label={text(label)}>
            <MoneyText amount={toPay > 0 ? toPay : toGiveBack} size="total" />
          </output>
        </dd>
      </div>
    </dl>
  );
}

type RowProps = { readonly label: string; readonly detail?: string; readonly amount: Money };

function Row({ label, detail, amount }: RowProps) {
  return (
    <div className={styles.row}>
      <dt>
        <bdi>{label}</bdi>
        {detail !== undefined && <bdi className={styles.detail}>{detail}</bdi>}
      </dt>
      <dd>
        <MoneyText amount={amount} currencySign={false} />
      </dd>
    </div>
  );
}

function SettleButton({ maySettle }: ReturnTicketProps) {
  const { text, format } = useApp();
  const { figures, draft, settle } = useReturn();
  const { toPay, toGiveBack, items } = figures;
  const isExchange = draft.fresh.lines.length > 0;
  const words =
    toPay > 0
      ? text('returns.settle-pay', { amount: format.money(toPay) })
      : toGiveBack > 0
        ? text('returns.settle-give', { amount: format.money(toGiveBack) })
        : text(isExchange ? 'returns.settle-exchange' : 'returns.settle-even');
  return (
    <Button
      size="touch"
      variant="primary"
      wide
      keys={returnKeys.settle}
      onPress={settle}
      disabledReason={maySettle ? undefined : text(items > 0 ? 'returns.mend-first' : 'returns.choose-first')}
    >
      {words}
    </Button>
  );
}
