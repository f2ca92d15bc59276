import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { useNow } from '../../bridge/use-now.ts';
import { useShop, useToday } from '../../bridge/use-session.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Says before anything is saved that the business date would be another one there. */
export function ZoneJump({ timeZone }: { readonly timeZone: string | null }) {
  const text = useText();
  const format = useFormat();
  const { dayStartMinutes } = useShop();
  const today = useToday();
  const now = useNow(10_000);
  if (timeZone === null || now === null) return null;
  const there = businessDateOf(now.now, timeZone, dayStartMinutes);
  if (there === today) return null;
  return (
    <ProblemNote tone="warning">
      <p>{text('identity.zone-jump', { there: format.date(there), here: format.date(today) })}</p>
    </ProblemNote>
  );
}
