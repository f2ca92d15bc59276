import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { changeQuery } from '../../ui/router.ts';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { idleChoices } from './choices.ts';
import factStyles from './facts.module.css';
import { Pair } from './pair.tsx';
import styles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import { useShopDraft } from './use-shop-draft.ts';

/** What customers may do at their own screen. */
export function KioskPart() {
  const text = useText();
  const shop = useShop();
  const draft = useShopDraft('kiosk', ['kioskCartCap', 'kioskIdleSeconds', 'customerCancelsUntil']);
  const { fields, change, problems } = draft;
  const idle = fields.kioskIdleSeconds ?? shop.kioskIdleSeconds;
  return (
    <SettingsForm draft={draft}>
      <Card title={text('settings.kiosk-order')}>
        <div className={styles.form}>
          <Pair>
            <NumberField
              label={text('settings.kiosk-cap')}
              unit={text('settings.kiosk-cap-unit')}
              description={text('settings.kiosk-cap-note')}
              least={1}
              most={999}
              value={fields.kioskCartCap}
              onChange={(kioskCartCap) => change({ kioskCartCap })}
              error={problems.kioskCartCap}
            />
            <Select
              label={text('settings.kiosk-idle')}
              description={text('settings.kiosk-idle-note')}
              choices={idleChoices(idle, text)}
              value={String(idle)}
              onChange={(key) => change({ kioskIdleSeconds: Number(key) })}
            />
          </Pair>
          <RadioCards
            label={text('settings.customer-cancels')}
            cards={(['never', 'received', 'shipped'] as const).map((key) => ({
              key,
              label: text(`settings.customer-cancels-${key}`),
              description: text(`settings.customer-cancels-${key}-note`),
            }))}
            value={fields.customerCancelsUntil}
            onChange={(customerCancelsUntil) => change({ customerCancelsUntil })}
          />
        </div>
      </Card>
      <KioskPayments />
    </SettingsForm>
  );
}

/** Which ways to pay customers are offered; each is switched where it is kept. */
function KioskPayments() {
  const text = useText();
  const errorText = useErrorText();
  const tenders = useApiQuery('tenders.list', {});
  const offered = tenders.data?.filter((one) => one.atKiosk && one.archivedAt === null);
  return (
    <Card title={text('settings.kiosk-payments')}>
      <div className={factStyles.stack}>
        {tenders.error && <ProblemNote>{errorText(tenders.error)}</ProblemNote>}
        {offered === undefined && !tenders.error && <Skeleton width="16rem" />}
        {offered !== undefined && (
          <p>
            {offered.length === 0
              ? text('settings.kiosk-payments-none')
              : offered.map(({ name }) => name).join(' · ')}
          </p>
        )}
        <div>
          <Button size="small" onPress={() => changeQuery({ part: 'tenders' })}>
            {text('settings.kiosk-payments-change')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
