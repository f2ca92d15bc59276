import { Banknote, CreditCard, QrCode, Wallet } from 'lucide-react';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { useErrorText } from '../error-text.ts';
import { useHotkeys } from '../hotkeys.ts';
import { ProblemNote } from '../problem-note.tsx';
import type { TenderChoice } from './pay-reducer.ts';
import styles from './pay-tenders.module.css';
import type { Pay } from './use-pay.ts';

/** The digits are for amounts, so the ways to pay have function keys, in the shop's order. */
const tenderKeys = ['F5', 'F6', 'F7', 'F8', 'F9', 'F10'] as const;

const icons: Readonly<Record<TenderKind, typeof Banknote>> = {
  cash: Banknote,
  card: CreditCard,
  upi: QrCode,
  other: Wallet,
};

/** The ways to pay: a press takes what is typed, or all that is open. */
export function PayTenders({ pay, error }: { readonly pay: Pay; readonly error?: unknown }) {
  const text = useText();
  const errorText = useErrorText();
  const { tenders, take, figures } = pay;
  const press = (tender: TenderChoice) => take(tender, null);
  useHotkeys(
    tenders.slice(0, tenderKeys.length).map((tender, index) => ({
      keys: tenderKeys[index] ?? '',
      label: tender.name,
      run: () => press(tender),
      enabled: !figures.isSettled,
    })),
  );
  if (error) {
    return <ProblemNote title={text('pay.tenders-unreadable')}>{errorText(error)}</ProblemNote>;
  }
  return (
    <section className={styles.tenders} aria-label={text('pay.tenders')}>
      {tenders.map((tender, index) => {
        const Icon = icons[tender.kind];
        return (
          <Button
            key={tender.id}
            size="touch"
            wide
            icon={<Icon />}
            keys={tenderKeys[index]}
            disabled={figures.isSettled}
            onPress={() => press(tender)}
          >
            {tender.name}
          </Button>
        );
      })}
    </section>
  );
}
