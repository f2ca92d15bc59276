import { Banknote, CreditCard, QrCode, Wallet } from 'lucide-react';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import type { TenderChoice } from './pay-reducer.ts';
import styles from './pay-tenders.module.css';
import { SellProblem } from './sell-problem.tsx';
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
export function PayTenders({ pay }: { readonly pay: Pay }) {
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
  if (pay.tendersError) {
    return <SellProblem title={text('sell.tenders-unreadable')}>{errorText(pay.tendersError)}</SellProblem>;
  }
  return (
    <section className={styles.tenders} aria-label={text('sell.tenders')}>
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
