import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BasketLine } from './basket-line.tsx';
import basketStyles from './basket-panel.module.css';
import { useKiosk } from './kiosk-context.tsx';
import styles from './kiosk-form.module.css';
import type { Choices } from './kiosk-reducer.ts';
import { KioskSheet } from './kiosk-sheet.tsx';
import { KioskSteps } from './kiosk-steps.tsx';
import { KioskWaiting } from './kiosk-waiting.tsx';
import { useBasket } from './use-basket.ts';

type Kind = Choices['kind'];

/** The second step, once the customer's own data is there to begin with. */
export function CheckStep() {
  const text = useText();
  const { dispatch } = useKiosk();
  const profile = useApiQuery('kiosk.profile', {});
  if (profile.data) return <Check phone={profile.data.phone} address={profile.data.address} />;
  return (
    <KioskSheet
      title={text('kiosk.check-title')}
      onBack={() => dispatch({ kind: 'show', view: { name: 'choose' } })}
    >
      <KioskWaiting query={profile} />
    </KioskSheet>
  );
}

type CheckProps = { readonly phone: string; readonly address: string };

function Check(own: CheckProps) {
  const text = useText();
  const problemText = useProblemText();
  const { state, choices, dispatch } = useKiosk();
  const basket = useBasket();
  const [isJudged, setJudged] = useState(false);
  const unchanged = { ...own, kind: 'delivery', tenderId: state.payments[0]?.tenderId ?? 0 } as const;
  const { kind, phone, address, tenderId }: Choices = { ...unchanged, ...choices };
  const place = useCommand('kiosk.place');
  const isMissing = phone.trim() === '' || (kind === 'delivery' && address.trim() === '');
  const back = (): void => dispatch({ kind: 'show', view: { name: 'choose' } });
  const order = (): void => {
    setJudged(true);
    if (isMissing || basket.lines.length === 0 || place.isPending) return;
    const lines = basket.lines.map(({ tile, pieces }) => ({
      productId: tile.id,
      pieces,
      unitPrice: tile.price,
    }));
    place.mutate(
      { kind, lines, phone, address, tenderId, expectedTotal: basket.total },
      { onSuccess: (placed) => dispatch({ kind: 'placed', placed: { ...placed, kind, address, tenderId } }) },
    );
  };
  return (
    <KioskSheet title={text('kiosk.check-title')} onBack={back} steps={<KioskSteps at="check" />}>
      <BasketCheck />
      <Wishes {...{ kind, phone, address, tenderId, isJudged }} />
      {(place.error || basket.isChanged) && (
        <p className={styles.problem} role="alert">
          {basket.isChanged || !place.error ? text('kiosk.changed') : problemText(place.error)}
        </p>
      )}
      <PlaceButton onPress={order} pending={place.isPending} />
    </KioskSheet>
  );
}

type WishesProps = Choices & { readonly isJudged: boolean };

/** Where the order goes, whom to call, and how it is paid. */
function Wishes({ kind, phone, address, tenderId, isJudged }: WishesProps) {
  const text = useText();
  const { dispatch } = useKiosk();
  const choose = (next: Partial<Choices>): void => dispatch({ kind: 'choose', choices: next });
  return (
    <>
      <div className={styles.card}>
        <RadioCards<Kind>
          label={text('kiosk.how')}
          value={kind}
          onChange={(next) => choose({ kind: next })}
          cards={[
            { key: 'delivery', label: text('kiosk.delivery') },
            { key: 'pickup', label: text('kiosk.pickup') },
          ]}
        />
        <Estimated kind={kind} />
        {kind === 'delivery' && (
          <TextArea
            size="touch"
            label={text('kiosk.address')}
            value={address}
            onChange={(next) => choose({ address: next })}
            maxLength={400}
            error={isJudged && address.trim() === '' ? text('kiosk.address-missing') : undefined}
          />
        )}
        <TextField
          size="touch"
          label={text('kiosk.phone')}
          value={phone}
          onChange={(next) => choose({ phone: next })}
          maxLength={60}
          error={isJudged && phone.trim() === '' ? text('kiosk.phone-missing') : undefined}
        />
      </div>
      <div className={styles.card}>
        <PaymentChoice
          kind={kind}
          tenderId={tenderId}
          onChoose={(next) => choose({ tenderId: Number(next) })}
        />
      </div>
    </>
  );
}

/** What a customer reads: of prices that changed, what is said of anything that did. */
function useProblemText(): (refused: { readonly code: string }) => string {
  const text = useText();
  const errorText = useErrorText();
  return (refused) => (refused.code === 'price-changed' ? text('kiosk.changed') : errorText(refused));
}

function PlaceButton({ onPress, pending }: { readonly onPress: () => void; readonly pending: boolean }) {
  const text = useText();
  const format = useFormat();
  const basket = useBasket();
  return (
    <Button
      size="touch"
      variant="primary"
      wide
      pending={pending}
      disabled={basket.isPending || basket.isChanged || basket.lines.length === 0}
      onPress={onPress}
    >
      {text('kiosk.place', { total: format.money(basket.total) })}
    </Button>
  );
}

function BasketCheck() {
  const text = useText();
  const basket = useBasket();
  return (
    <div className={styles.card}>
      <ul className={basketStyles.lines}>
        {basket.lines.map((line) => (
          <BasketLine key={line.tile.id} line={line} />
        ))}
      </ul>
      <p className={basketStyles.total}>
        <span>{text('kiosk.total')}</span>
        <MoneyText amount={basket.total} size="total" />
      </p>
    </div>
  );
}

function Estimated({ kind }: { readonly kind: Kind }) {
  const text = useText();
  const date = useFormat().weekdayDate(useKiosk().state.estimatedDate);
  return (
    <p>
      {kind === 'delivery'
        ? text('kiosk.estimated-delivery', { date })
        : text('kiosk.estimated-pickup', { date })}
    </p>
  );
}

type PaymentChoiceProps = {
  readonly kind: Kind;
  readonly tenderId: number;
  readonly onChoose: (tenderId: string) => void;
};

function PaymentChoice({ kind, tenderId, onChoose }: PaymentChoiceProps) {
  const text = useText();
  const { payments } = useKiosk().state;
  const cards = payments.map((payment) => {
    const isCash = payment.kind === 'cash';
    const cash = text(kind === 'delivery' ? 'kiosk.pay-cash-delivery' : 'kiosk.pay-cash-pickup');
    return {
      key: String(payment.tenderId),
      label: isCash ? cash : payment.name,
      description: text(isCash ? 'kiosk.pay-cash-hint' : 'kiosk.pay-later-hint'),
    };
  });
  return <RadioCards label={text('kiosk.pay')} value={String(tenderId)} onChange={onChoose} cards={cards} />;
}
