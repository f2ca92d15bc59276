import { useState } from 'react';
import { type Discount, discountOn } from '../../../shared/domain/discount.ts';
import { type Money, negateMoney, subtractMoney } from '../../../shared/domain/money.ts';
import { percent, type Rate } from '../../../shared/domain/rate.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { ButtonGroup, Segmented } from '../../ui/segmented.tsx';
import styles from './discount-dialog.module.css';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';

type DiscountDialogProps = {
  readonly title: string;
  /** What it is taken off. */
  readonly base: Money;
  readonly discount: Discount | null;
  /** Whether the cart would then take off more than the seller may. */
  readonly isAbove: (discount: Discount | null) => boolean;
  readonly onSave: (discount: Discount | null) => void;
};

/** A discount in percent or as an amount; more than the seller may give is said while it is typed, for a manager approves it then. */
export function DiscountDialog({ title, base, discount, isAbove, onSave }: DiscountDialogProps) {
  const text = useText();
  const format = useFormat();
  const { limits } = useSell();
  const [draft, setDraft] = useState(() => draftOf(discount));
  const typed = discountOf(draft);
  const taken = discountOn(base, typed);
  const ceiling = format.percent(limits.discountCeiling);
  const commit = () => onSave(typed);
  const hint = limits.discountCeiling < percent(100) ? text('sell.up-to', { ceiling }) : undefined;
  const isNone = limits.discountCeiling === 0;
  const above = isNone ? text('sell.no-discount-right') : text('sell.above-ceiling', { ceiling });
  const more = discount !== null && (
    <Button variant="quiet" onPress={() => onSave(null)}>
      {text('sell.take-discount-back')}
    </Button>
  );
  return (
    <SellDialogFrame title={title} action={text('sell.give-discount')} onAction={commit} more={more}>
      <div className={styles.form}>
        <Segmented
          label={text('sell.discount-kind')}
          choices={[
            { key: 'percent', label: text('sell.by-percent') },
            { key: 'amount', label: text('sell.by-amount') },
          ]}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...giveable(draft), kind })}
        />
        <DiscountField
          draft={draft}
          onChange={setDraft}
          onCommit={commit}
          hint={isAbove(typed) || isNone ? above : hint}
        />
        <QuickPercents
          ceiling={limits.discountCeiling}
          onChoose={(rate) => setDraft({ ...draft, kind: 'percent', rate })}
        />
        <p className={styles.result}>
          <MoneyText amount={negateMoney(taken)} />
          <MoneyText amount={subtractMoney(base, taken)} size="large" />
        </p>
      </div>
    </SellDialogFrame>
  );
}

/** Both ways are kept while one changes between them. */
type Draft = { readonly kind: Discount['kind']; readonly rate: Rate | null; readonly amount: Money | null };

/** Without what the fields refuse: nobody sees any more that they did. */
function giveable({ kind, rate, amount }: Draft): Draft {
  const isRate = rate === null || (rate >= 0 && rate <= percent(100));
  const isAmount = amount === null || amount >= 0;
  return { kind, rate: isRate ? rate : null, amount: isAmount ? amount : null };
}

function draftOf(discount: Discount | null): Draft {
  if (discount?.kind === 'amount') return { kind: 'amount', rate: null, amount: discount.amount };
  return { kind: 'percent', rate: discount?.rate ?? null, amount: null };
}

function discountOf({ kind, rate, amount }: Draft): Discount | null {
  if (kind === 'percent') return rate === null || rate === 0 ? null : { kind, rate };
  return amount === null || amount === 0 ? null : { kind, amount };
}

type DiscountFieldProps = {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onCommit: () => void;
  readonly hint: string | undefined;
};

function DiscountField({ draft, onChange, onCommit, hint }: DiscountFieldProps) {
  const text = useText();
  const shared = { size: 'touch', autoFocus: true, onCommit, description: hint } as const;
  return draft.kind === 'percent' ? (
    <PercentField
      {...shared}
      key="percent"
      label={text('sell.percent-off')}
      value={draft.rate}
      onChange={(rate) => onChange({ ...draft, rate })}
    />
  ) : (
    <MoneyField
      {...shared}
      key="amount"
      label={text('sell.amount-off')}
      value={draft.amount}
      onChange={(amount) => onChange({ ...draft, amount })}
    />
  );
}

const quick = [5, 10, 15, 20, 25, 50].map(percent);

type QuickPercentsProps = { readonly ceiling: Rate; readonly onChoose: (rate: Rate) => void };

function QuickPercents({ ceiling, onChoose }: QuickPercentsProps) {
  const text = useText();
  const format = useFormat();
  return (
    <ButtonGroup label={text('sell.percent-off')}>
      {quick
        .filter((rate) => rate <= ceiling)
        .map((rate) => (
          <Button key={rate} onPress={() => onChoose(rate)}>
            {format.percent(rate)}
          </Button>
        ))}
    </ButtonGroup>
  );
}
