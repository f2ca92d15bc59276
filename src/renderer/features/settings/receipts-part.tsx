import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Pair } from './pair.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useShopDraft } from './use-shop-draft.ts';

/** What receipts say. */
export function ReceiptsPart() {
  const text = useText();
  const draft = useShopDraft('receipts', ['receiptHeader', 'receiptFooter']);
  const { fields, change, problems } = draft;
  return (
    <SettingsForm draft={draft}>
      <Card title={text('settings.receipt')}>
        <Pair>
          <TextArea
            label={text('settings.receipt-header')}
            description={text('settings.receipt-header-note')}
            value={fields.receiptHeader}
            onChange={(receiptHeader) => change({ receiptHeader })}
            error={problems.receiptHeader}
            optional
          />
          <TextArea
            label={text('settings.receipt-footer')}
            description={text('settings.receipt-footer-note')}
            value={fields.receiptFooter}
            onChange={(receiptFooter) => change({ receiptFooter })}
            error={problems.receiptFooter}
            optional
          />
        </Pair>
      </Card>
    </SettingsForm>
  );
}
