import { useRef, useState } from 'react';
import { useHandOut } from '../../bridge/use-hand-out.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './give-back-panel.module.css';
import { GiveBackParts } from './give-back-parts.tsx';
import {
  cashIn,
  type GiveBackChanges,
  type GiveBackPart,
  giveBackPlan,
  planProblem,
} from './give-back-plan.ts';
import { useReturn } from './return-context.ts';
import type { SettlePanelProps } from './settle-panel.ts';

/** Gives back what is left: to the payments it came from, cash now or later, or another way. */
export function GiveBackPanel({ settling, trouble, onClose }: SettlePanelProps) {
  const { text } = useApp();
  const { sale, draft, figures } = useReturn();
  const [changes, setChanges] = useState<GiveBackChanges>({});
  const [cashNow, setCashNow] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const { toGiveBack } = figures;
  const parts = toGiveBack > 0 ? giveBackPlan(sale.payments, toGiveBack, changes) : [];
  const problem = planProblem(parts, toGiveBack);
  const panel = useRef<HTMLDivElement>(null);
  const settle = () => {
    setAsked(true);
    if (!focusRefused(panel.current) && problem === null) settling.settle({ taken: [], parts, cashNow });
  };
  useHotkeys([{ keys: 'Enter', label: text('returns.step-settle'), run: settle, inFields: true }]);
  return (
    <div ref={panel} className={styles.panel}>
      {trouble}
      <Figure parts={parts} cashNow={cashNow} />
      {parts.length > 0 && (
        <GiveBackParts
          parts={parts}
          problem={isAsked ? problem : null}
          onChange={(paymentNo, change) => {
            setAsked(false);
            setChanges({ ...changes, [paymentNo]: { ...changes[paymentNo], ...change } });
          }}
        />
      )}
      {cashIn(parts) > 0 && (
        <div className={styles.cash}>
          <span aria-hidden="true">{text('returns.cash-when')}</span>
          <Segmented
            label={text('returns.cash-when')}
            choices={[
              { key: 'now', label: text('returns.cash-now') },
              { key: 'later', label: text('returns.cash-later') },
            ]}
            value={cashNow ? 'now' : 'later'}
            onChange={(when) => setCashNow(when === 'now')}
          />
        </div>
      )}
      <footer className={styles.footer}>
        <Button size="touch" onPress={onClose} disabled={settling.isPending} keys="Escape">
          {text('returns.back-to-lines')}
        </Button>
        <Button
          size="touch"
          variant="primary"
          keys="Enter"
          autoFocus={parts.length <= 1}
          pending={settling.isPending}
          onPress={settle}
        >
          <SettleWords parts={parts} cashNow={cashNow} isExchange={draft.fresh.lines.length > 0} />
        </Button>
      </footer>
    </div>
  );
}

type FigureProps = { readonly parts: readonly GiveBackPart[]; readonly cashNow: boolean };

/** What goes back, as large as it can be read across a counter; in cash, as it is counted out. */
function Figure({ parts, cashNow }: FigureProps) {
  const { text, format } = useApp();
  const { figures, sale } = useReturn();
  const handOut = useHandOut(sale.orderId);
  const { toGiveBack, unpaid } = figures;
  const cash = cashIn(parts);
  const isAllCash = cashNow && cash === toGiveBack && cash > 0;
  const given = isAllCash ? handOut(cash) : toGiveBack;
  if (toGiveBack === 0) {
    return (
      <div className={styles.figure}>
        <p className={styles.nothing}>{text('returns.nothing-moves')}</p>
        {unpaid > 0 && <p>{text('returns.lowers-owed', { amount: format.money(unpaid) })}</p>}
      </div>
    );
  }
  const label = text(isAllCash ? 'returns.hand-out' : 'returns.to-give-back');
  return (
    <div className={styles.figure}>
      <span className={styles.label}>{label}</span>
      <output aria-label={label}>
        <MoneyText amount={given} size="total" />
      </output>
      {given !== toGiveBack && <span>{text('returns.rounded', { amount: format.money(toGiveBack) })}</span>}
      {(cash === 0 || !cashNow) && <span>{text('returns.waits')}</span>}
      {unpaid > 0 && <span>{text('returns.lowers-owed', { amount: format.money(unpaid) })}</span>}
    </div>
  );
}

function SettleWords({ parts, cashNow, isExchange }: FigureProps & { readonly isExchange: boolean }) {
  const { text, format } = useApp();
  const { sale, figures } = useReturn();
  const { toGiveBack } = figures;
  const handOut = useHandOut(sale.orderId);
  const cash = cashIn(parts);
  if (toGiveBack === 0) return text(isExchange ? 'returns.finish-exchange' : 'returns.settle-even');
  if (cashNow && cash === toGiveBack) {
    return text('returns.hand-out-amount', { amount: format.money(handOut(cash)) });
  }
  const waits = cash === 0 || !cashNow;
  return text(waits ? 'returns.put-in-queue' : 'returns.settle-give', { amount: format.money(toGiveBack) });
}
