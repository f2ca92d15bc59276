import fc from 'fast-check';
import { expect } from 'vitest';
import { checkShop } from '../support/check-shop.ts';
import { firstNow } from '../support/create-test-app.ts';
import { lookThrough, noticedIn } from '../support/tampered-shop.ts';
import { doorSteps } from './door-steps.ts';
import { editSteps } from './edit-steps.ts';
import { emptyShop } from './model-shop.ts';
import { orderSteps } from './order-steps.ts';
import { closeRealShop, openRealShop, type RealShop } from './real-shop.ts';
import { refundSteps } from './refund-steps.ts';
import { returnSteps } from './return-steps.ts';
import { firstOf, type Step } from './step.ts';
import { addOne, stockSteps } from './stock-steps.ts';

const weighted = [...doorSteps, ...orderSteps, ...editSteps, ...refundSteps, ...returnSteps, ...stockSteps];
const oneStep = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));
const anyStep = fc.array(oneStep, { minLength: 3, maxLength: 3 }).map(firstOf);

/** A random day: three products on the shelf and then so many steps of whatever people do in a shop. */
export type Day = { readonly pricesIncludeTax: boolean; readonly steps: readonly Step[] };

export function anyDay(steps: number): fc.Arbitrary<Day> {
  const exactly = (count: number) => ({ minLength: count, maxLength: count });
  const parts = fc.record({
    pricesIncludeTax: fc.boolean(),
    shelf: fc.array(addOne, exactly(3)),
    later: fc.array(anyStep, exactly(steps)),
  });
  return parts.map(({ pricesIncludeTax, shelf, later }) => {
    const day = { pricesIncludeTax, steps: [...shelf, ...later] };
    return { ...day, [fc.toStringMethod]: () => tell(day) };
  });
}

function tell({ pricesIncludeTax, steps }: Day): string {
  const head = `prices ${pricesIncludeTax ? 'with' : 'without'} tax`;
  return [head, ...steps.map((step, index) => `${index + 1}. ${step.told}`)].join('\n');
}

/** Trades a day and looks at everything after each step. @throws at the first thing that is not as it should be. */
export async function trade(
  { pricesIncludeTax, steps }: Day,
  wrapFile: RealShop['wrapFile'] = (file) => file,
): Promise<void> {
  const real = await openRealShop(pricesIncludeTax, wrapFile);
  try {
    const shop = emptyShop(pricesIncludeTax, firstNow);
    for (const step of steps) await step.run(shop, real);
    expect(checkShop(real.test.file.read, Buffer.alloc(32, 2))).toEqual([]);
    // Whatever was done, the application did it: its seals and its log have nothing to say.
    await lookThrough(real.test);
    expect(await noticedIn(real.test)).toEqual([]);
  } finally {
    await closeRealShop(real);
  }
}

/** The same; what fails is told as few steps as still fail. */
export async function tradeAndExplain(day: Day): Promise<void> {
  try {
    await trade(day);
  } catch (error) {
    const shortest = await shorten(day);
    const told = `${error}\n\nThe fewest steps that fail:\n${tell(shortest)}\n${await failureOf(shortest)}`;
    throw new Error(told, { cause: error });
  }
}

async function failureOf(day: Day): Promise<string | null> {
  try {
    await trade(day);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Leaves out halves, quarters … single steps for as long as it still fails. */
async function shorten(day: Day): Promise<Day> {
  let steps = day.steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = steps.length - size; start >= 0; start -= size) {
      const fewer = steps.toSpliced(start, size);
      if ((await failureOf({ ...day, steps: fewer })) !== null) steps = fewer;
    }
  }
  return { ...day, steps };
}
