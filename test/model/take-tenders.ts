import { inCoins, sumOf } from './arithmetic.ts';
import { refuse } from './expected.ts';
import { exchangeTender, type ModelPayment } from './model-shop.ts';

export type SentTender = { readonly tenderId: number; readonly amount: number; readonly reference: string };

export type Taken = {
  readonly payments: readonly Omit<ModelPayment, 'paymentNo'>[];
  /** What rounding to coins adds. */
  readonly rounding: number;
  readonly paid: number;
  readonly change: number;
};

const isCash = ({ tenderId }: { readonly tenderId: number }): boolean => tenderId === 1;

/** What must come of tenders for what is due, or the refusal: tender 1 is cash, 2 and 3 ask for a reference. */
export function takenOf(tenders: readonly SentTender[], due: number, coin: number): Taken {
  for (const { tenderId, reference } of tenders) {
    if (tenderId >= exchangeTender) refuse('tender-gone');
    if (tenderId !== 1 && reference === '') refuse('reference-missing');
  }
  const rest = due - sumOf(tenders, (one) => (isCash(one) ? 0 : one.amount));
  if (rest < 0) refuse('too-much-paid');
  const cash = sumOf(tenders, (one) => (isCash(one) ? one.amount : 0));
  if (cash > 0 && rest === 0) refuse('too-much-paid');
  // What rounds to nothing is paid as it is.
  const coins = inCoins(rest, coin);
  const isRounded = coins > 0 && cash >= coins;
  let open = isRounded ? coins : rest;
  const payments = tenders.map((one) => {
    const counted = isCash(one) ? Math.min(one.amount, open) : one.amount;
    if (isCash(one)) open -= counted;
    return { tenderId: one.tenderId, amount: counted, change: one.amount - counted };
  });
  if (payments.some((one) => one.amount === 0)) refuse('too-much-paid');
  return {
    payments,
    rounding: isRounded ? coins - rest : 0,
    paid: sumOf(payments, (one) => one.amount),
    change: sumOf(payments, (one) => one.change),
  };
}
