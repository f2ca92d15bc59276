import type { z } from 'zod';
import { catalogCalls } from './catalog.ts';
import { customersCalls } from './customers.ts';
import { dashboardCalls } from './dashboard.ts';
import type { CommandEntry, QueryEntry, TaskEntry } from './define.ts';
import { importCalls } from './import.ts';
import { documentsCalls, machineCalls } from './machine.ts';
import { maintenanceCalls } from './maintenance.ts';
import { cartsCalls, ordersCalls } from './orders.ts';
import { sessionCalls, setupCalls, shopCalls, staffCalls } from './setup.ts';

/** Everything that may be asked of the application. */
export const contract = {
  ...setupCalls,
  ...sessionCalls,
  ...staffCalls,
  ...shopCalls,
  ...catalogCalls,
  ...customersCalls,
  ...ordersCalls,
  ...cartsCalls,
  ...dashboardCalls,
  ...importCalls,
  ...documentsCalls,
  ...machineCalls,
  ...maintenanceCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
type KindName<E> = { [N in CallName]: Contract[N] extends E ? N : never }[CallName];
export type QueryName = KindName<QueryEntry<z.ZodType, z.ZodType, string>>;
export type CommandName = KindName<CommandEntry<z.ZodType, z.ZodType, string>>;
export type TaskName = KindName<TaskEntry<z.ZodType, z.ZodType, string>>;
/** What a client sends. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives, parsed. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;
export type ErrorCode<N extends CallName> = Contract[N]['errors'][number];
