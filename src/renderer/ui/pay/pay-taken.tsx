import { X } from 'lucide-react';
import { useFormat, useText } from '../app-context.tsx';
import { IconButton } from '../icon-button.tsx';
import { MoneyText } from '../money-text.tsx';
import type { TakenTender } from './pay-figures.ts';
import styles from './pay-taken.module.css';
import type { Pay } from './use-pay.ts';

/** What was taken so far; each can be taken back until the order is placed. */
export function PayTaken({ pay }: { readonly pay: Pay }) {
  const text = useText();
  const format = useFormat();
  const { taken } = pay.state;
  return (
    <section className={styles.taken} aria-label={text('pay.taken')}>
      <h3 className={styles.title}>{text('pay.taken')}</h3>
      {taken.length === 0 && <p className={styles.none}>{text('pay.taken-none')}</p>}
      <ul>
        {taken.map((one) => (
          <li key={one.key} className={styles.row}>
            <TakenWords one={one} />
            <MoneyText amount={one.amount} currencySign={false} />
            <IconButton
              size="small"
              icon={<X />}
              label={text('pay.take-back-tender', { tender: one.name, amount: format.money(one.amount) })}
              onPress={() => pay.takeBack(one.key)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By what it was taken, and with which reference. */
export function TakenWords({ one }: { readonly one: TakenTender }) {
  return (
    <span className={styles.words}>
      <span>{one.name}</span>
      {one.reference !== '' && (
        <span className={styles.reference}>
          <bdi>{one.reference}</bdi>
        </span>
      )}
    </span>
  );
}
