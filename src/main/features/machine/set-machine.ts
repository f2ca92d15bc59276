import type { MachineSettings } from '../../../shared/contract/machine.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';

/** Changes how this computer looks; kept beside the shop file, not in it. */
export const setLook: TaskHandler<'machine.setLook'> = (ctx, input) => change(ctx, input);

/** Changes where this computer prints and how its window opens; kept beside the shop file, not in it. */
export const setMachine: TaskHandler<'machine.set'> = (ctx, input) => change(ctx, input);

async function change(ctx: TaskContext, input: Partial<Changes>): Promise<Record<string, never>> {
  const { machine } = ctx.desktop;
  const kept: MachineSettings = machine.get();
  const given = Object.entries(input).filter(
    ([key, value]) => value !== undefined && value !== kept[key as keyof MachineSettings],
  );
  if (given.length === 0) return {};
  const after = Object.fromEntries(given) as Partial<MachineSettings>;
  machine.set(after);
  // While the wizard runs there is no shop yet whose log could tell of it.
  if (ctx.shopOrNull === null) return {};
  const before = Object.fromEntries(given.map(([key]) => [key, kept[key as keyof MachineSettings]]));
  await ctx.transaction((_db, note) => note('machine', { before, after }));
  return {};
}

type Changes = { readonly [key in keyof MachineSettings]: MachineSettings[key] | undefined };
