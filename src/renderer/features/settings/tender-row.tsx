import type { TenderView } from '../../../shared/contract/shop-tenders.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useText } from '../../ui/app-context.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { tenderKeys } from '../../ui/pay/tender-keys.ts';
import { tenderIcons } from './tender-icons.tsx';
import styles from './tender-row.module.css';

/** A way to pay in a line: its name, what kind it is, and the key that takes it. */
export function TenderRow({ tender }: { readonly tender: TenderView }) {
  const text = useText();
  const Icon = tenderIcons[tender.kind];
  return (
    <>
      <Icon aria-hidden="true" className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.name}>{tender.name}</span>
        <span className={styles.quiet}>{tenderFacts(tender, text).join(' · ')}</span>
      </span>
      {tender.payKey !== null && <Kbd keys={tenderKeys(tender.payKey)} />}
    </>
  );
}

/** What can be said of a way to pay beside its name. */
export function tenderFacts(tender: TenderView, text: AppText): readonly string[] {
  return [
    text(`tenders.kind-${tender.kind}`),
    ...(tender.kind === 'cash'
      ? []
      : [text(tender.asksReference ? 'tenders.reference' : 'tenders.no-reference')]),
    ...(tender.atKiosk ? [text('tenders.at-kiosk-short')] : []),
  ];
}
