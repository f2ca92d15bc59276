import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './give-back-parts.module.css';
import { type GiveBackChanges, type GiveBackPart, kindOf, type PlanProblem } from './give-back-plan.ts';

type Change = NonNullable<GiveBackChanges[number]>;

type GiveBackPartsProps = {
  readonly parts: readonly GiveBackPart[];
  readonly problem: PlanProblem | null;
  readonly onChange: (paymentNo: number, change: Change) => void;
};

/** From which payments money goes back, how much of each, and by what. */
export function GiveBackParts({ parts, problem, onChange }: GiveBackPartsProps) {
  const { text, format } = useApp();
  const sum = problem?.kind === 'sum' ? problem.by : 0;
  return (
    <section className={styles.parts} aria-label={text('returns.parts')}>
      <h3 className={styles.title}>{text('returns.parts')}</h3>
      {sum !== 0 && problem?.kind === 'sum' && (
        <ProblemNote tone="warning">
          {problem.by > 0
            ? text('returns.part-missing', { amount: format.money(problem.by) })
            : text('returns.part-too-much', { amount: format.money(problem.by, 'never') })}
        </ProblemNote>
      )}
      <ul className={styles.list}>
        {parts.map((part) => (
          <Part
            key={part.payment.paymentNo}
            part={part}
            isOnly={parts.length === 1}
            error={problemOf(part, problem)}
            onChange={(change) => onChange(part.payment.paymentNo, change)}
          />
        ))}
      </ul>
    </section>
  );
}

function problemOf(part: GiveBackPart, problem: PlanProblem | null): 'missing' | 'above' | null {
  if (problem?.kind === 'unreadable' && part.amount === null) return 'missing';
  return problem?.kind === 'above-payment' && problem.paymentNo === part.payment.paymentNo ? 'above' : null;
}

type PartProps = {
  readonly part: GiveBackPart;
  readonly isOnly: boolean;
  readonly error: 'missing' | 'above' | null;
  readonly onChange: (change: Change) => void;
};

function Part({ part, isOnly, error, onChange }: PartProps) {
  const { text, format } = useApp();
  const { payment, amount, reference } = part;
  const { tenderName } = payment;
  const most = format.money(payment.refundable);
  return (
    <li className={styles.part}>
      <span className={styles.from}>
        {text('returns.part-of', { tender: tenderName, amount: format.money(payment.amount) })}
      </span>
      {isOnly && amount !== null ? (
        <span className={styles.amount}>
          <MoneyText amount={amount} />
        </span>
      ) : (
        <MoneyField
          label={text('returns.part-amount', { tender: tenderName })}
          hideLabel
          value={amount}
          onChange={(next) => onChange({ amount: next })}
          error={
            error === 'above'
              ? text('returns.part-above', { most })
              : error === 'missing'
                ? text('returns.amount-missing')
                : undefined
          }
        />
      )}
      <Way part={part} onChange={onChange} />
      {kindOf(part) !== 'cash' && amount !== 0 && (
        <div className={styles.reference}>
          <TextField
            label={text('returns.part-reference')}
            optional
            value={reference}
            onChange={(next) => onChange({ reference: next })}
            maxLength={120}
          />
        </div>
      )}
    </li>
  );
}

/** As it came, or by another of the shop's tenders. */
function Way({ part, onChange }: Pick<PartProps, 'part' | 'onChange'>) {
  const text = useText();
  const { payment, tender } = part;
  const { data: tenders = [] } = useApiQuery('shop.tenders', {});
  const others = tenders.filter((one) => one.id !== payment.tenderId);
  const asItCame = { key: 'came', label: text('returns.as-it-came', { tender: payment.tenderName }) };
  return (
    <Select
      label={text('returns.part-way')}
      hideLabel
      choices={[asItCame, ...others.map(({ id, name }) => ({ key: String(id), label: name }))]}
      value={tender === null ? 'came' : String(tender.id)}
      onChange={(key) => {
        const chosen = others.find((one) => String(one.id) === key);
        onChange({ tender: chosen ? { id: chosen.id, name: chosen.name, kind: chosen.kind } : null });
      }}
    />
  );
}
