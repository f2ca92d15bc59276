import { useCommand } from '../../bridge/use-command.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Link } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { CashFields } from './cash-fields.tsx';
import { dayStartChoices, lockChoices } from './choices.ts';
import { DiscountCeilings } from './discount-ceilings.tsx';
import styles from './facts.module.css';
import { Pair } from './pair.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useShopDraft } from './use-shop-draft.ts';

/** How the till rounds, when its day begins and when it locks. */
export function TillPart() {
  const text = useText();
  const shop = useShop();
  const draft = useShopDraft('till', ['cashRounding', 'dayStartMinutes', 'lockAfterSeconds']);
  const { fields, change } = draft;
  const lockAfter = fields.lockAfterSeconds ?? shop.lockAfterSeconds;
  return (
    <SettingsForm draft={draft}>
      <Card title={text('settings.cash')}>
        <CashFields
          step={fields.cashRounding ?? shop.cashRounding}
          onChange={(cashRounding) => change({ cashRounding })}
        />
      </Card>
      <Card title={text('settings.day')}>
        <DayStart
          minutes={fields.dayStartMinutes ?? shop.dayStartMinutes}
          isChanged={draft.isFieldChanged('dayStartMinutes')}
          onChange={(dayStartMinutes) => change({ dayStartMinutes })}
        />
      </Card>
      <Card title={text('settings.locks')}>
        <Pair>
          <Select
            label={text('settings.lock-after')}
            description={text('settings.lock-after-note')}
            choices={lockChoices(lockAfter, text)}
            value={String(lockAfter)}
            onChange={(key) => change({ lockAfterSeconds: Number(key) })}
          />
        </Pair>
      </Card>
      <TimerCard />
      <DiscountCeilings />
    </SettingsForm>
  );
}

type DayStartProps = {
  readonly minutes: number;
  readonly isChanged: boolean;
  readonly onChange: (minutes: number) => void;
};

function DayStart({ minutes, isChanged, onChange }: DayStartProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.stack}>
      <Pair>
        <Select
          label={text('settings.day-start')}
          description={text('settings.day-start-note')}
          choices={dayStartChoices(minutes, text, format)}
          value={String(minutes)}
          onChange={(key) => onChange(Number(key))}
        />
      </Pair>
      {isChanged && (
        <p className={styles.quiet} role="status">
          {text('settings.day-start-changed', { time: format.clock(minutes) })}
        </p>
      )}
    </div>
  );
}

/** On or off at once, as on the timer's own page. */
function TimerCard() {
  const text = useText();
  const errorText = useErrorText();
  const maySee = useMay('see-orders');
  const { timerEnabled } = useShop();
  const set = useCommand('timer.setEnabled');
  const turn = (isEnabled: boolean) =>
    set.mutate(
      { isEnabled },
      {
        onSuccess: () =>
          void toast(text(isEnabled ? 'timer.turned-on' : 'timer.turned-off'), { tone: 'positive' }),
        onError: (error) => void toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <Card title={text('settings.timer')}>
      <div className={styles.stack}>
        <Switch
          on={set.isPending ? set.variables.isEnabled : timerEnabled}
          onChange={turn}
          description={text('settings.timer-on-note')}
        >
          {text('settings.timer-on')}
        </Switch>
        {maySee && (
          <div>
            <Link to="/timer">{text('settings.timer-page')}</Link>
          </div>
        )}
      </div>
    </Card>
  );
}
