import {
  ClipboardList,
  CreditCard,
  Hash,
  LockKeyhole,
  type LucideIcon,
  Monitor,
  Percent,
  ReceiptText,
  Sigma,
  Store,
  TabletSmartphone,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Right } from '../../../shared/domain/rights.ts';
import type { TextKey } from '../../../shared/text/english.ts';
import { ComputerPart } from './computer-part.tsx';
import { FiguresPart } from './figures-part.tsx';
import { KioskPart } from './kiosk-part.tsx';
import { NumberingPart } from './numbering-part.tsx';
import { OrdersPart } from './orders-part.tsx';
import type { PartKey } from './part-key.ts';
import { ReceiptsPart } from './receipts-part.tsx';
import { ShopPart } from './shop-part.tsx';
import { TaxesPart } from './taxes-part.tsx';
import { TendersPart } from './tenders-part.tsx';
import { TillPart } from './till-part.tsx';

export type SettingsPart = {
  /** `/settings?part=taxes`; its name is the text `settings.part-<key>`. */
  readonly key: PartKey;
  readonly icon: LucideIcon;
  /** What a person must have to change it; null is for everybody who is signed in. */
  readonly right: Right | null;
  readonly component: ComponentType;
  /** What is set there, by the labels of its fields: what "Find a setting" searches. */
  readonly settings: readonly TextKey[];
};

/** The parts of the settings, in the order in which they are listed. */
export const settingsParts: readonly SettingsPart[] = [
  {
    key: 'shop',
    icon: Store,
    right: 'change-settings',
    component: ShopPart,
    settings: [
      'settings.shop-name',
      'identity.legal-name',
      'settings.shop-address',
      'settings.shop-phone',
      'identity.email',
      'identity.website',
      'identity.logo',
      'identity.place',
    ],
  },
  {
    key: 'receipts',
    icon: ReceiptText,
    right: 'change-settings',
    component: ReceiptsPart,
    settings: [
      'settings.receipt-header',
      'settings.receipt-footer',
      'papers.shows',
      'settings.paper',
      'papers.direction',
    ],
  },
  {
    key: 'numbering',
    icon: Hash,
    right: 'change-settings',
    component: NumberingPart,
    settings: [
      'numbering.order-prefix',
      'numbering.order-digits',
      'numbering.invoice-prefix',
      'numbering.invoice-digits',
      'numbering.yearly',
      'numbering.year-start',
      'numbering.first',
    ],
  },
  {
    key: 'taxes',
    icon: Percent,
    right: 'change-settings',
    component: TaxesPart,
    settings: ['taxes.prices', 'taxes.rounding', 'taxes.classes'],
  },
  {
    key: 'tenders',
    icon: CreditCard,
    right: 'change-settings',
    component: TendersPart,
    settings: ['tenders.list'],
  },
  {
    key: 'orders',
    icon: ClipboardList,
    right: 'change-settings',
    component: OrdersPart,
    settings: [
      'settings.oversell',
      'settings.delivery-days',
      'settings.reorder-level',
      'settings.return-cap',
    ],
  },
  {
    key: 'till',
    icon: LockKeyhole,
    right: 'change-settings',
    component: TillPart,
    settings: [
      'settings.cash-rounding',
      'settings.day-start',
      'settings.lock-after',
      'settings.timer-on',
      'settings.discounts',
    ],
  },
  {
    key: 'kiosk',
    icon: TabletSmartphone,
    right: 'change-settings',
    component: KioskPart,
    settings: [
      'settings.kiosk-cap',
      'settings.kiosk-idle',
      'settings.customer-cancels',
      'settings.kiosk-payments',
    ],
  },
  {
    key: 'figures',
    icon: Sigma,
    right: 'see-reports',
    component: FiguresPart,
    settings: ['figures.through', 'figures.proven'],
  },
  {
    key: 'computer',
    icon: Monitor,
    right: null,
    component: ComputerPart,
    settings: [
      'settings.theme',
      'settings.text-size',
      'settings.language',
      'settings.printer',
      'settings.print-after-sale',
      'computer.window-at-start',
      'computer.file',
      'settings.version',
    ],
  },
];
