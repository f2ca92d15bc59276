import type { ShopView } from '../../../shared/contract/setup.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { Draft } from './drafts.tsx';
import { PaperPreview } from './paper-preview.tsx';
import styles from './receipts-part.module.css';
import sectionStyles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import type { ShopFields } from './shop-draft.ts';
import { Theirs } from './theirs.tsx';
import { useShopDraft } from './use-shop-draft.ts';

const shown = [
  'receiptShowsLogo',
  'receiptShowsCashier',
  'receiptShowsCustomer',
  'receiptShowsSaved',
  'receiptShowsTaxes',
  'receiptShowsCode',
] as const;
const fields = ['receiptHeader', 'receiptFooter', 'receiptPaper', 'paperDirection', ...shown] as const;
type PaperFields = ShopFields<(typeof fields)[number]>;
type Props = { readonly draft: Draft<PaperFields> };

const labels = {
  receiptHeader: 'settings.receipt-header',
  receiptFooter: 'settings.receipt-footer',
} as const;

/** What receipts and papers show, beside the paper it makes. */
export function ReceiptsPart() {
  const shop = useShop();
  const draft = useShopDraft('receipts', fields);
  const previewed: ShopView = { ...shop, ...draft.fields };
  return (
    <div className={styles.part}>
      <div className={styles.form}>
        <SettingsForm draft={draft} theirs={<Theirs fields={draft.overtaken} kept={shop} labels={labels} />}>
          <Words draft={draft} />
          <Shows draft={draft} />
          <Sheet draft={draft} />
        </SettingsForm>
      </div>
      <PaperPreview shop={previewed} isUnsaved={draft.isChanged} />
    </div>
  );
}

function Words({ draft: { fields: values, change, problems } }: Props) {
  const text = useText();
  return (
    <Card title={text('papers.words')}>
      <div className={sectionStyles.form}>
        <TextArea
          label={text('settings.receipt-header')}
          description={text('settings.receipt-header-note')}
          value={values.receiptHeader}
          onChange={(receiptHeader) => change({ receiptHeader })}
          error={problems.receiptHeader}
          optional
        />
        <TextArea
          label={text('settings.receipt-footer')}
          description={text('settings.receipt-footer-note')}
          value={values.receiptFooter}
          onChange={(receiptFooter) => change({ receiptFooter })}
          error={problems.receiptFooter}
          optional
        />
      </div>
    </Card>
  );
}

function Shows({ draft: { fields: values, change } }: Props) {
  const text = useText();
  const { logoPictureId } = useShop();
  const words = {
    receiptShowsLogo: ['papers.shows-logo', logoPictureId === null ? 'papers.shows-logo-none' : null],
    receiptShowsCashier: ['papers.shows-cashier', null],
    receiptShowsCustomer: ['papers.shows-customer', null],
    receiptShowsSaved: ['papers.shows-saved', null],
    receiptShowsTaxes: ['papers.shows-taxes', 'papers.shows-taxes-note'],
    receiptShowsCode: ['papers.shows-code', 'papers.shows-code-note'],
  } as const;
  return (
    <Card title={text('papers.shows')}>
      <div className={styles.checks}>
        {shown.map((field) => {
          const [label, note] = words[field];
          return (
            <Checkbox
              key={field}
              checked={values[field]}
              onChange={(on) => change({ [field]: on })}
              description={note === null ? undefined : text(note)}
            >
              {text(label)}
            </Checkbox>
          );
        })}
      </div>
    </Card>
  );
}

function Sheet({ draft: { fields: values, change } }: Props) {
  const text = useText();
  return (
    <Card title={text('papers.paper')}>
      <div className={sectionStyles.form}>
        <div className={sectionStyles.choice}>
          <span className={sectionStyles.label}>{text('settings.paper')}</span>
          <Segmented
            label={text('settings.paper')}
            choices={(['58mm', '80mm', 'a4'] as const).map((key) => ({
              key,
              label: text(`settings.paper-${key}`),
            }))}
            value={values.receiptPaper}
            onChange={(receiptPaper) => change({ receiptPaper })}
          />
        </div>
        <div className={sectionStyles.choice}>
          <span className={sectionStyles.label}>{text('papers.direction')}</span>
          <Segmented
            label={text('papers.direction')}
            choices={(['auto', 'ltr', 'rtl'] as const).map((key) => ({
              key,
              label: text(`papers.direction-${key}`),
            }))}
            value={values.paperDirection}
            onChange={(paperDirection) => change({ paperDirection })}
          />
        </div>
      </div>
    </Card>
  );
}
