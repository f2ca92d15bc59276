import { Banknote, CreditCard, QrCode, Wallet } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import { useText } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { useErrorText } from '../error-text.ts';
import { takesTyping } from '../hotkey-combo.ts';
import { type Hotkey, useHotkeys } from '../hotkeys.ts';
import { ProblemNote } from '../problem-note.tsx';
import type { TenderChoice } from './pay-reducer.ts';
import styles from './pay-tenders.module.css';
import { keysOfTender } from './tender-keys.ts';
import { useLoneKey } from './use-lone-key.ts';
import type { Pay } from './use-pay.ts';

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
  useTenderKeys(pay, press);
  if (error) {
    return <ProblemNote title={text('pay.tenders-unreadable')}>{errorText(error)}</ProblemNote>;
  }
  return (
    <section className={styles.tenders} aria-label={text('pay.tenders')}>
      {tenders.map((tender, place) => {
        const Icon = icons[tender.kind];
        return (
          <Button
            key={tender.id}
            size="touch"
            wide
            variant={tender === pay.awaited ? 'primary' : 'secondary'}
            icon={<Icon />}
            keys={keysOfTender(tender.payKey, place)[0]}
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

/** Each tender's own key, and the function key of its place. A letter means nothing in the amount, so it works there. */
function useTenderKeys(pay: Pay, press: (tender: TenderChoice) => void): void {
  const lone = useLoneKey();
  const isWriting = useIsWriting(pay);
  const enabled = !pay.figures.isSettled;
  useHotkeys(
    pay.tenders.flatMap((tender, place) =>
      keysOfTender(tender.payKey, place).map((keys, index): Hotkey => {
        const isLetter = keys === tender.payKey;
        return {
          keys,
          label: tender.name,
          run: () => (isLetter ? lone(() => press(tender)) : press(tender)),
          enabled: enabled && !(isLetter && isWriting),
          inFields: isLetter,
          // One line each on the page of keys.
          listed: index === 0,
        };
      }),
    ),
  );
}

/** Whether somebody writes in another field than the amount: letters are letters there. */
function useIsWriting({ amountField }: Pay): boolean {
  const [isWriting, setWriting] = useState(false);
  useEffect(() => {
    const look = ({ target }: FocusEvent) =>
      setWriting(target !== amountField.current && takesTyping(target));
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [amountField]);
  return isWriting;
}
