import { Banknote, CreditCard, type LucideIcon, QrCode, Wallet } from 'lucide-react';
import type { TenderView } from '../../../shared/contract/shop-tenders.ts';

/** As the payment dialog draws them. */
export const tenderIcons: Readonly<Record<TenderView['kind'], LucideIcon>> = {
  cash: Banknote,
  card: CreditCard,
  upi: QrCode,
  other: Wallet,
};
