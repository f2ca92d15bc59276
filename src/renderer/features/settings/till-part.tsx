import { money } from '../../../shared/domain/money.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { lockChoices, roundingChoices } from './choices.ts';
import { Pair } from './pair.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useShopDraft } from './use-shop-draft.ts';

/** How the till rounds and when it locks. */
export function TillPart() {
  const text = useText();
  const format = useFormat();
  const shop = useShop();
  const draft = useShopDraft('till', ['cashRounding', 'lockAfterSeconds']);
  const { change } = draft;
  const { cashRounding, lockAfterSeconds } = draft.fields;
  return (
    <SettingsForm draft={draft}>
      <Card title={text('settings.part-till')}>
        <Pair>
          <Select
            label={text('settings.cash-rounding')}
            description={text('settings.cash-rounding-note')}
            choices={roundingChoices(cashRounding ?? shop.cashRounding, text, format)}
            value={String(cashRounding)}
            onChange={(key) => change({ cashRounding: money(Number(key)) })}
          />
          <Select
            label={text('settings.lock-after')}
            description={text('settings.lock-after-note')}
            choices={lockChoices(lockAfterSeconds ?? shop.lockAfterSeconds, text)}
            value={String(lockAfterSeconds)}
            onChange={(key) => change({ lockAfterSeconds: Number(key) })}
          />
        </Pair>
      </Card>
    </SettingsForm>
  );
}
