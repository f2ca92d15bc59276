import type { z } from 'zod';
import type { Right } from '../domain/rights.ts';

/**
 * What a person must have: a right by name, or spelled out that being signed in, or nothing, is enough. `kiosk` is
 * for a window that was turned over to customers, and for nobody else; such a window is refused everything else.
 */
export type Need = 'public' | 'signed-in' | 'kiosk' | Right;

/** What calls read and change; after a commit the window asks again for whatever reads a changed topic. */
export type Topic =
  | 'shop'
  | 'session'
  | 'staff'
  | 'products'
  | 'bulkEdits'
  | 'categories'
  | 'stock'
  | 'customers'
  | 'orders'
  | 'carts'
  | 'imports'
  | 'machine'
  | 'refunds'
  | 'returns'
  | 'stockCounts'
  | 'stockChecks'
  | 'timerRuns'
  | 'kiosk'
  | 'reports'
  | 'audit'
  | 'views'
  | 'backups'
  | 'disk'
  | 'condition';

type Shape<I extends z.ZodType, O extends z.ZodType, E extends string> = {
  readonly needs: Need;
  readonly input: I;
  readonly output: O;
  /** Business refusals by name; the common codes of `errors.ts` need no mention. */
  readonly errors: readonly E[];
};

/** Asks, changes nothing. */
export type QueryEntry<I extends z.ZodType, O extends z.ZodType, E extends string> = Shape<I, O, E> & {
  readonly kind: 'query';
  readonly reads: readonly Topic[];
  /** Reads so much that it runs in the helper process, step by step with progress; can be cancelled. */
  readonly long?: true;
};

/** A query that runs outside the main process. */
export type LongQueryEntry<I extends z.ZodType, O extends z.ZodType, E extends string> = QueryEntry<
  I,
  O,
  E
> & {
  readonly long: true;
};

/** Changes the shop: one command, one transaction, one audit row. Carries a request id made by the client. */
export type CommandEntry<I extends z.ZodType, O extends z.ZodType, E extends string> = Shape<I, O, E> & {
  readonly kind: 'command';
  readonly changes: readonly Topic[];
  /** Fields of the input that never reach the audit log. */
  readonly secrets?: readonly string[];
  /** Asks for the person's password again, unless it was given in the last minutes: a PIN alone is not enough. */
  readonly asksPassword?: true;
  /** Why a command leaves no audit row and needs no request id. */
  readonly unaudited?: string;
  /** Runs step by step with progress and can be cancelled; still one transaction. */
  readonly long?: true;
};

/** Reaches outside the database (printer, dialog, slow hash); may run commands of its own. */
export type TaskEntry<I extends z.ZodType, O extends z.ZodType, E extends string> = Shape<I, O, E> & {
  readonly kind: 'task';
  readonly reads?: readonly Topic[];
  /** What its transaction, where it has one, changes. */
  readonly changes?: readonly Topic[];
  readonly secrets?: readonly string[];
  /** Asks for the person's password again, unless it was given in the last minutes. */
  readonly asksPassword?: true;
};

export type AnyEntry =
  | QueryEntry<z.ZodType, z.ZodType, string>
  | CommandEntry<z.ZodType, z.ZodType, string>
  | TaskEntry<z.ZodType, z.ZodType, string>;

type Without<T> = Omit<T, 'kind'>;

/** Declares a query. */
export function query<I extends z.ZodType, O extends z.ZodType, const E extends string>(
  entry: Without<QueryEntry<I, O, E>>,
): QueryEntry<I, O, E> {
  return { kind: 'query', ...entry };
}

/** Declares a query that reads too much for the main process: its handler runs in the helper process. */
export function longQuery<I extends z.ZodType, O extends z.ZodType, const E extends string>(
  entry: Omit<Without<QueryEntry<I, O, E>>, 'long'>,
): LongQueryEntry<I, O, E> {
  return { kind: 'query', long: true, ...entry };
}

/** Declares a command. */
export function command<I extends z.ZodType, O extends z.ZodType, const E extends string>(
  entry: Without<CommandEntry<I, O, E>>,
): CommandEntry<I, O, E> {
  return { kind: 'command', ...entry };
}

/** Declares a task. */
export function task<I extends z.ZodType, O extends z.ZodType, const E extends string>(
  entry: Without<TaskEntry<I, O, E>>,
): TaskEntry<I, O, E> {
  return { kind: 'task', ...entry };
}
