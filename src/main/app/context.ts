import type { Selectable } from 'kysely';
import type {
  CallName,
  CommandName,
  LongQueryName,
  Output,
  Parsed,
  QueryName,
  TaskName,
} from '../../shared/contract/index.ts';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Rate } from '../../shared/domain/rate.ts';
import type { Right, StaffRole } from '../../shared/domain/rights.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import type { ShopTable } from '../database/schema.ts';
import type { SessionsTable } from '../database/staff-tables.ts';
import type { OtherQuestion } from './ask-of.ts';
import type { Proof } from './audit-proof.ts';
import type { Desktop } from './desktop.ts';
import type { Secrets } from './secrets.ts';
import type { Uploads } from './uploads.ts';

/** One right that one person lent for one action. */
export type Grant = { readonly right: Right; readonly staffId: number };

/** The action that is approved: this call with this very input. */
export type Action = { readonly call: string; readonly input: unknown };

/** Who asks. A window has at most one person signed in; the timer is the system. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly windowId: number;
      readonly sessionId: number;
      readonly staffId: number;
      readonly name: string;
      readonly role: StaffRole;
      /** What the person may do in this call: the role's rights, their own, and what was approved. */
      readonly rights: ReadonlySet<Right>;
      /** The largest discount this person may give. */
      readonly discountCeiling: Rate;
      /** What others lent for this one call; null where nobody was asked. */
      readonly approval: readonly Grant[] | null;
    }
  | { readonly kind: 'nobody'; readonly windowId: number }
  /** A window that was turned over to customers, nobody signed in. */
  | { readonly kind: 'kiosk'; readonly windowId: number }
  | {
      readonly kind: 'customer';
      readonly windowId: number;
      readonly customerId: number;
      readonly name: string;
      /** No right of staff: a customer may browse, order, see and cancel their own. */
      readonly rights: ReadonlySet<Right>;
    }
  | { readonly kind: 'system' };

export type Shop = Readonly<Selectable<ShopTable>>;

/** What every handler is told. The clock is read once per call. */
export type Context = {
  readonly db: ReadDb;
  /** Milliseconds UTC. */
  readonly now: number;
  /** The shop's business date. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  /** The shop's settings. @throws AppError `not-found` before a shop was opened. */
  readonly shop: Shop;
  /** The shop's settings, or null before a shop was opened. */
  readonly shopOrNull: Shop | null;
  /** This till's name: what the open cart belongs to. */
  readonly till: string;
  /** Whether the person's password opened this till on this business date. */
  passwordGivenToday(staffId: number): boolean;
};

export type QueryContext = Context;

/**
 * Adds what the audit log should say: the thing acted on ("order 1042"), plain details, and who approved it where
 * that is what was done.
 */
export type Note = (subject: string, details: Readonly<Record<string, unknown>>, approvedBy?: number) => void;

export type CommandContext = Context & {
  readonly db: WriteDb;
  readonly note: Note;
  readonly uploads: Uploads;
  /** Bytes of a file shipped with the application, by its path below `resources/`. */
  readonly resource: (path: string) => Uint8Array;
};

export type TaskContext = Context & {
  readonly desktop: Desktop;
  readonly secrets: Secrets;
  /** Verifies the log and the seals. */
  readonly proof: Pick<Proof, 'verify'>;
  readonly uploads: Uploads;
  /** One transaction with its audit row; publishes what the entry `changes`. */
  transaction<T>(work: (db: WriteDb, note: Note) => T): Promise<T>;
  /** One transaction that leaves no audit row and publishes nothing: counters, not deeds. */
  quietTransaction<T>(work: (db: WriteDb) => T): Promise<T>;
  /** Signs a person in at the calling window, or out. */
  readonly session: {
    /** Writes a new session of this window in the open transaction and ends the one before. Answers its id. */
    begin(db: WriteDb, staffId: number, openedBy: SessionsTable['openedBy']): number;
    /** The window has this session, once it is committed. */
    open(sessionId: number): void;
    /** Locks the window at once, then writes it down. */
    lock(): Promise<void>;
    rememberPassword(staffId: number): void;
    /** The password was given in this session just now. */
    confirm(sessionId: number): void;
  };
  /** Signs a customer in at the calling window, or out; `touch` says that somebody is there. */
  readonly customer: { signIn(customerId: number): void; signOut(): void; touch(): void };
  /**
   * Keeps an approval of somebody else for an action of who asks; answers its id.
   * @throws AppError `not-found`, `invalid-input`, `not-approvable`, `approval-not-valid`, `approval-expired`.
   */
  approve(action: Action, grant: Grant, earlierId: string | null): string;
  /** Tells the calling window how far a long task is. */
  progress(progress: Progress): void;
  /** Stops what the calling window has running: its long command, and tasks that look at their `signal`. */
  cancelLong(): void;
  /**
   * Has this done in the helper process, so that nobody waits for it; the calling window hears how far it is, and it
   * stops with the task. @throws AppError `cancelled`, `helper-ended`, and what it refuses with.
   */
  read<I, O>(work: InnerRead<I, O>, input: I): Promise<O>;
  /**
   * Answers a question of the contract from another shop file, with the rights of who asks.
   * @throws AppError as that call does.
   */
  askOf(question: OtherQuestion): unknown;
  /** Stops the calling window's long query with this request id. */
  cancelRead(requestId: string): void;
  /** Told when this task is to stop. */
  readonly signal: AbortSignal;
  readonly log: Log;
};

export type Log = {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
};

/** How far a long command is. */
export type Progress = { readonly done: number; readonly total: number };

export type QueryHandler<N extends QueryName> = (ctx: QueryContext, input: Parsed<N>) => Output<N>;
/** Runs in the helper process; between its steps it may be stopped, and the window hears how far it is. */
export type LongQueryHandler<N extends LongQueryName> = (
  ctx: QueryContext,
  input: Parsed<N>,
) => Generator<Progress, Output<N>>;
export type CommandHandler<N extends CommandName> = (
  ctx: CommandContext,
  input: Parsed<N>,
) => Output<N> | Generator<Progress, Output<N>>;
export type TaskHandler<N extends TaskName> = (ctx: TaskContext, input: Parsed<N>) => Promise<Output<N>>;

/**
 * Work that a task has done for it in the helper process: no window can ask for it by name. What goes in and comes
 * back is plain data, or bytes. `name` is how the other process finds it.
 */
export type InnerRead<I, O> = {
  readonly name: string;
  readonly steps: (ctx: QueryContext, input: I) => Generator<Progress, O>;
};

export type Handler<N extends CallName> = N extends LongQueryName
  ? LongQueryHandler<N>
  : N extends QueryName
    ? QueryHandler<N>
    : N extends CommandName
      ? CommandHandler<N>
      : N extends TaskName
        ? TaskHandler<N>
        : never;

/** One handler for each of a feature's calls. */
export type Handlers<Calls extends object> = { readonly [N in keyof Calls & CallName]: Handler<N> };
