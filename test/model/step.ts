import fc from 'fast-check';
import type { Input } from '../../src/shared/contract/index.ts';
import type { Deed, DeedName } from './expected.ts';
import type { ModelOrder, ModelShop, Role, Status } from './model-shop.ts';
import { perform, type RealShop } from './real-shop.ts';

/** One step of a random day, named by what it was given. Answers whether there was anything to do. */
export type Step = {
  readonly told: string;
  run(shop: ModelShop, real: RealShop): Promise<boolean>;
};

/** The first of some steps that has anything to do: a day is short. */
export function firstOf(steps: readonly Step[]): Step {
  let done: Step | undefined;
  return {
    get told() {
      return done?.told ?? 'nothing';
    },
    async run(shop, real) {
      for (const step of steps) {
        done = step;
        if (await step.run(shop, real)) return true;
      }
      done = undefined;
      return false;
    },
  };
}

type RoleWeights = Readonly<Record<Exclude<Role, 'system'>, number>>;

function anyRole(weights: RoleWeights): fc.Arbitrary<Role> {
  const roles = Object.entries(weights) as [Role, number][];
  return fc.oneof(...roles.map(([role, weight]) => ({ weight, arbitrary: fc.constant(role) })));
}

/** Who does what anybody at the till may do: mostly people who may, sometimes one who may not. */
const atTheTill = anyRole({ owner: 10, manager: 6, cashier: 10, viewer: 1, nobody: 1 });
/** The same for what takes a manager. */
export const inTheOffice = anyRole({ owner: 8, manager: 10, cashier: 2, viewer: 1, nobody: 1 });

/** A step that asks for something once, or twice in a row with a new request each time. */
export function asking<W extends object>(
  told: string,
  wishes: { readonly [K in keyof W]: fc.Arbitrary<W[K]> },
  deedOf: (shop: ModelShop, wish: W) => Omit<Deed, 'role'> | null,
  who = atTheTill,
): fc.Arbitrary<Step> {
  const press = fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) });
  return fc.tuple(fc.record(wishes), who, press).map(([wish, role, times]) => ({
    told: `${told} ${JSON.stringify(wish)} by ${role}${times > 1 ? ' twice' : ''}`,
    async run(shop, real) {
      const deed = deedOf(shop, wish as W);
      if (!deed) return false;
      for (let time = 0; time < times; time += 1) await perform(shop, real, { ...deed, role });
      return true;
    },
  }));
}

/** A command with an input of its form; amounts and quantities are plain numbers in the model. */
export function deed<N extends DeedName>(name: N, input: Plain<Input<N>>): Omit<Deed, 'role'> {
  return { name, input };
}

/** The same without brands. */
type Plain<T> = T extends number
  ? number
  : T extends string
    ? T
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

/** One of these, mostly of those that fit. */
export function pickOf<T>(
  items: readonly T[],
  pick: number,
  fits: (item: T) => boolean = () => true,
): T | undefined {
  const fitting = pick % 10 === 9 ? items : items.filter(fits);
  return fitting[Math.floor(pick / 10) % Math.max(1, fitting.length)];
}

export const anyPick = fc.nat(999);

/** An order, mostly one that stands like this. */
export function orderIn(
  shop: ModelShop,
  pick: number,
  ...statuses: readonly Status[]
): ModelOrder | undefined {
  return pickOf(shop.orders, pick, (order) => statuses.includes(order.status));
}
