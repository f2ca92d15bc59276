import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { countItems } from '../../../shared/domain/count-items.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useHandOut } from '../../bridge/use-hand-out.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import type { TenderChoice } from '../../ui/pay/pay-reducer.ts';
import { type DoneReturn, itemsByDisposition } from './done-return.ts';
import { type LooseLine, looseInput, looseProblem, looseTotal } from './loose-goods.ts';

const noTenders: readonly TenderChoice[] = [];

/** To whom, by what and how much goes back without a receipt; asked once more before it is booked. */
export function useLooseForm(lines: readonly LooseLine[], onDone: (done: DoneReturn) => void) {
  const { pricesIncludeTax, taxRounding, returnCap: cap } = useShop();
  const answer = useApiQuery('shop.tenders', {});
  const command = useCommand('returns.createWithoutReceipt');
  const [tenderId, setTenderId] = useState<number | null>(null);
  const [customerId, setCustomerId] = useState<number | null>(null);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [isAsking, setAsking] = useState(false);
  const tenders = answer.data ?? noTenders;
  const tender = tenders.find((one) => one.id === tenderId) ?? tenders[0];
  const isCash = tender?.kind === 'cash';
  const { total } = looseTotal(lines, { pricesIncludeTax, taxRounding });
  const given = useHandOut(null)(total);
  const blocker = useBlocker(lines, total > cap);
  const goods = goodsOf(lines);
  const giveBack = () => {
    if (blocker !== null || !tender || command.isPending) return;
    const how = { tenderId: tender.id, reference: isCash ? '' : reference };
    command.mutate(
      { lines: looseInput(lines), customerId, ...how, note },
      {
        onSuccess: (outcome: Output<'returns.createWithoutReceipt'>) =>
          onDone({ outcome, orderId: null, items: itemsByDisposition(goods), lowered: zeroMoney }),
        onSettled: () => setAsking(false),
      },
    );
  };
  return {
    ...{ tender, tenders, setTenderId, customerId, setCustomerId, reference, setReference, note, setNote },
    ...{ total, cap, given, isCash, blocker, isAsking, giveBack },
    items: countItems(goods),
    ask: () => {
      if (blocker === null && tender && !focusRefused()) setAsking(true);
    },
    stay: () => setAsking(false),
    tendersError: answer.error,
    isPending: command.isPending,
    refusal: command.error,
  };
}
export type LooseForm = ReturnType<typeof useLooseForm>;

function goodsOf(lines: readonly LooseLine[]) {
  return lines.flatMap(({ unit, quantity, disposition }) =>
    quantity === null ? [] : [{ unit, quantity, disposition }],
  );
}

/** Why nothing can be given back yet, in a sentence. */
function useBlocker(lines: readonly LooseLine[], isAboveCap: boolean): string | null {
  const { text, format } = useApp();
  const { returnCap } = useShop();
  if (lines.length === 0) return text('returns.choose-first');
  if (lines.some((line) => looseProblem(line) !== null)) return text('returns.mend-first');
  return isAboveCap ? text('returns.above-cap', { cap: format.money(returnCap) }) : null;
}
