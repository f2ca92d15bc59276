import type { Output } from '../../shared/contract/index.ts';
import type { ShopView } from '../../shared/contract/setup.ts';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Right } from '../../shared/domain/rights.ts';
import { useApiQuery } from './api-query.ts';

export type Session = NonNullable<Output<'session.current'>>;

/** Who is signed in at this window; null for nobody, and until main has said so. */
export function useSession(): Session | null {
  return useApiQuery('session.current', {}).data ?? null;
}

/** Whether the person may do this. Only for what is shown: main decides again on every call. */
export function useMay(right: Right): boolean {
  return useSession()?.rights.includes(right) ?? false;
}

/** The shop's settings. @throws Error where no shop is open yet; the frame shows no screen before. */
export function useShop(): ShopView {
  const shop = useApiQuery('setup.state', {}).data?.shop;
  if (!shop) throw new Error('This component needs an open shop');
  return shop;
}

/** The shop's business date. @throws Error before main has said it. */
export function useToday(): CalendarDate {
  const today = useApiQuery('setup.state', {}).data?.today;
  if (today === undefined) throw new Error('This component needs an open shop');
  return today;
}
