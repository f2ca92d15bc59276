import { useState } from 'react';
import { taxNumberKind } from '../../../shared/domain/tax-number.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Draft } from './drafts.tsx';
import { LogoCard } from './logo-card.tsx';
import { Pair } from './pair.tsx';
import { PlaceCard } from './place-card.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import styles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import type { ShopFields } from './shop-draft.ts';
import { Theirs } from './theirs.tsx';
import { useShopDraft } from './use-shop-draft.ts';

const fields = ['name', 'legalName', 'address', 'phone', 'email', 'website', 'taxNumber'] as const;
type IdentityFields = ShopFields<(typeof fields)[number]>;

const labels = {
  name: 'settings.shop-name',
  legalName: 'identity.legal-name',
  address: 'settings.shop-address',
  phone: 'settings.shop-phone',
  email: 'identity.email',
  website: 'identity.website',
  taxNumber: 'identity.tax-number',
} as const;

/** Who the shop is, how it is reached, and where it stands. */
export function ShopPart() {
  const shop = useShop();
  const draft = useShopDraft('shop', fields);
  const [isMoving, setMoving] = useState(false);
  return (
    <>
      <SettingsForm draft={draft} theirs={<Theirs fields={draft.overtaken} kept={shop} labels={labels} />}>
        <Names draft={draft} />
        <Contact draft={draft} />
        <LogoCard />
        <PlaceCard onChange={() => setMoving(true)} />
      </SettingsForm>
      {isMoving && <PlaceDialog onClose={() => setMoving(false)} />}
    </>
  );
}

type Props = { readonly draft: Draft<IdentityFields> };

function Names({ draft: { fields, change, problems } }: Props) {
  const text = useText();
  const { country } = useShop();
  return (
    <Card title={text('settings.identity')}>
      <div className={styles.form}>
        <Pair>
          <TextField
            label={text('settings.shop-name')}
            value={fields.name}
            onChange={(name) => change({ name })}
            error={problems.name}
          />
          <TextField
            label={text('identity.legal-name')}
            description={text('identity.legal-name-note')}
            value={fields.legalName}
            onChange={(legalName) => change({ legalName })}
            error={problems.legalName}
            optional
          />
          <TextArea
            label={text('settings.shop-address')}
            value={fields.address}
            onChange={(address) => change({ address })}
            error={problems.address}
            optional
          />
          <TextField
            label={text(`identity.tax-number-${taxNumberKind(country)}`)}
            description={text('identity.tax-number-note')}
            value={fields.taxNumber}
            onChange={(taxNumber) => change({ taxNumber })}
            error={problems.taxNumber}
            optional
          />
        </Pair>
      </div>
    </Card>
  );
}

function Contact({ draft: { fields, change, problems } }: Props) {
  const text = useText();
  return (
    <Card title={text('identity.contact')}>
      <Pair>
        <TextField
          type="tel"
          label={text('settings.shop-phone')}
          value={fields.phone}
          onChange={(phone) => change({ phone })}
          error={problems.phone}
          optional
        />
        <TextField
          type="email"
          label={text('identity.email')}
          value={fields.email}
          onChange={(email) => change({ email })}
          error={problems.email}
          optional
        />
        <TextField
          label={text('identity.website')}
          value={fields.website}
          onChange={(website) => change({ website })}
          error={problems.website}
          optional
        />
      </Pair>
    </Card>
  );
}
