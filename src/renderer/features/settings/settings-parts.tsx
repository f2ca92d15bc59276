import { ClipboardList, LockKeyhole, type LucideIcon, Monitor, ReceiptText, Store } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Right } from '../../../shared/domain/rights.ts';
import type { TextKey } from '../../../shared/text/english.ts';
import { ComputerPart } from './computer-part.tsx';
import { OrdersPart } from './orders-part.tsx';
import type { PartKey } from './part-key.ts';
import { ReceiptsPart } from './receipts-part.tsx';
import { ShopPart } from './shop-part.tsx';
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
    settings: ['settings.shop-name', 'settings.shop-address', 'settings.shop-phone'],
  },
  {
    key: 'receipts',
    icon: ReceiptText,
    right: 'change-settings',
    component: ReceiptsPart,
    settings: ['settings.receipt-header', 'settings.receipt-footer', 'settings.paper'],
  },
  {
    key: 'orders',
    icon: ClipboardList,
    right: 'change-settings',
    component: OrdersPart,
    settings: ['settings.oversell', 'settings.delivery-days', 'settings.reorder-level'],
  },
  {
    key: 'till',
    icon: LockKeyhole,
    right: 'change-settings',
    component: TillPart,
    settings: ['settings.cash-rounding', 'settings.lock-after'],
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
      'settings.version',
      'settings.shop-file',
    ],
  },
];
