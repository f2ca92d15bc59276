import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { useKiosk } from './kiosk-context.tsx';
import styles from './kiosk-form.module.css';
import type { Placed } from './kiosk-reducer.ts';
import { KioskSteps } from './kiosk-steps.tsx';

/** The last step: it is ordered, when it comes and where, and what is still to pay. */
export function DoneStep({ placed }: { readonly placed: Placed }) {
  const text = useText();
  const format = useFormat();
  const { state, dispatch, reset } = useKiosk();
  const date = format.weekdayDate(placed.deliveryDate as CalendarDate);
  const total = format.money(placed.total as Money);
  const payment = state.payments.find(({ tenderId }) => tenderId === placed.tenderId);
  const where =
    placed.kind === 'delivery'
      ? text('kiosk.done-delivery', { address: placed.address, date })
      : text('kiosk.done-pickup', { date });
  return (
    <div className={styles.sheet}>
      <KioskSteps at="done" />
      <div className={joinClasses(styles.card, styles.centred)} role="status">
        <Drawing name="done" />
        <h2 className={styles.title}>{text('kiosk.done-title')}</h2>
        <p className={styles.number}>{text('kiosk.done-number', { number: String(placed.orderId) })}</p>
        <p>{where}</p>
        <p>
          {payment?.kind === 'cash'
            ? text('kiosk.done-cash', { total })
            : text('kiosk.done-awaiting', { total, tender: payment?.name ?? '' })}
        </p>
      </div>
      <div className={joinClasses(styles.actions, styles.shared)}>
        <Button size="touch" onPress={() => dispatch({ kind: 'show', view: { name: 'orders' } })}>
          {text('kiosk.done-orders')}
        </Button>
        <Button size="touch" variant="primary" onPress={reset}>
          {text('kiosk.done-leave')}
        </Button>
      </div>
    </div>
  );
}
