import { existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ShopFacts } from '../../app/check-shop-file.ts';
import type { Log, Progress } from '../../app/context.ts';
import { removeShopFile } from '../../database/flush.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import { rowOf } from '../backups/backup-row.ts';
import { readPassphrase } from '../backups/kept-passphrase.ts';
import { ShopBackups } from '../backups/shop-backups.ts';
import { stampOf } from '../clock.ts';
import type { Protector } from '../hidden-text.ts';
import { loadKeys } from '../keys.ts';
import type { MachineStore } from '../machine-store.ts';
import type { RunningShop } from '../running-shop.ts';
import { mayDo, type Offer, type TroubleLink } from '../trouble.ts';
import { putFoundShop } from './put-found-shop.ts';
import {
  askPage,
  type Failure,
  failedPage,
  listPage,
  type Salvaged,
  salvagedPage,
  workingPage,
} from './recovery-pages.ts';

type RecoveryOptions = {
  /** The application's own folder. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly version: string;
  readonly machine: Pick<MachineStore, 'get' | 'set'>;
  readonly protector: Protector;
  readonly keeper: Keeper;
  readonly clock: () => number;
  readonly log: Log;
  readonly shop: () => RunningShop;
  /** Shows what there is to show now. */
  readonly show: () => void;
};

/** What the page of trouble shows beside the trouble itself. */
type Stage =
  | { readonly kind: 'trouble' | 'backups' }
  | { readonly kind: 'ask'; readonly name: string }
  | {
      readonly kind: 'working';
      readonly work: 'restore' | 'salvage' | 'opening';
      readonly percent: number | null;
      readonly stop: AbortController;
    }
  | {
      readonly kind: 'salvaged';
      readonly salvaged: Salvaged;
      readonly facts: ShopFacts;
      readonly isBalanced: boolean;
      readonly auditKey: Uint8Array;
    }
  | { readonly kind: 'failed'; readonly work: 'restore' | 'salvage'; readonly failure: Failure };

/** Brings a shop back that cannot be opened, on pages of main; nobody can be signed in then. */
export class Recovery {
  readonly #options: RecoveryOptions;
  #stage: Stage = { kind: 'trouble' };

  constructor(options: RecoveryOptions) {
    this.#options = options;
  }

  /** The page to show now. */
  async html(): Promise<string> {
    const stage = this.#stage;
    if (stage.kind === 'working') return workingPage(stage.work, stage.percent);
    if (stage.kind === 'failed') return failedPage(stage.work, stage.failure);
    if (stage.kind === 'salvaged') return salvagedPage(stage.salvaged, stage.facts, stage.isBalanced);
    const shop = this.#options.shop();
    const trouble = shop.trouble();
    if (trouble === null || trouble === 'moving' || trouble === 'upgrading') return shop.troubleHtml();
    const offer = await this.#offer();
    if (stage.kind === 'backups') return listPage(offer.rows);
    const row = stage.kind === 'ask' ? offer.rows.find(({ name }) => name === stage.name) : undefined;
    if (!row) return shop.troubleHtml(offer);
    const to = this.#target();
    return askPage({ row, to, aside: lstatSync(to, { throwIfNoEntry: false }) ? this.#aside : null });
  }

  /** Whether the person has to wait: nothing else is to be begun. */
  isWorking(): boolean {
    return this.#stage.kind === 'working';
  }

  /** The trouble is looked at again: what was begun on other pages is over. */
  reset(): void {
    if (this.#stage.kind === 'salvaged') removeShopFile(this.#candidate());
    this.#stage = { kind: 'trouble' };
  }

  /** Does what a link of the pages asks for, where the page that is shown has that link. */
  async follow({ action, name }: TroubleLink): Promise<void> {
    const stage = this.#stage;
    const trouble = this.#options.shop().trouble();
    if (trouble === null) return;
    if (stage.kind === 'working') {
      if (action === 'stop') stage.stop.abort(new AppError('cancelled'));
      return;
    }
    const isAtAsk = stage.kind === 'ask' && stage.name === name;
    if (action === 'restore' && isAtAsk && mayDo(trouble, 'ask')) return this.#restore(name);
    if (action === 'salvage' && stage.kind === 'trouble' && mayDo(trouble, 'salvage')) return this.#salvage();
    if (action === 'open' && stage.kind === 'salvaged') return this.#open(stage.auditKey);
    if (action === 'leave' || action === 'back') this.reset();
    if (action === 'backups' && mayDo(trouble, action)) this.#stage = { kind: 'backups' };
    if (action === 'ask' && mayDo(trouble, action)) this.#stage = { kind: 'ask', name };
    this.#options.show();
  }

  async #restore(name: string): Promise<void> {
    await this.#work('restore', async (ctx) => {
      const auditKey = await this.#auditKey();
      if (!auditKey) throw new Refused('unknown');
      const candidate = this.#candidate();
      const given = { name, passphrase: null, to: candidate, isKept: true };
      const { opened, found } = await this.#backups(auditKey).open(given, ctx);
      if (opened.facts === null || opened.problems.length > 0) {
        this.#options.log.error('A backup is not whole', { name, problems: opened.problems });
        throw new Refused('damaged');
      }
      await this.#put(candidate, auditKey, { source: { from: 'backup', name }, asOf: found.madeAt });
    });
  }

  async #salvage(): Promise<void> {
    await this.#work('salvage', async (ctx) => {
      const { keeper, migrationsFolder, shop } = this.#options;
      const auditKey = await this.#auditKey();
      const to = this.#candidate();
      const own = { onProgress: ctx.onProgress, signal: ctx.signal };
      const input = { from: shop().path(), to, migrationsFolder };
      const salvaged = await keeper.run('salvage-shop', input, own.onProgress, own.signal);
      if (!salvaged.isReadable || !auditKey) throw new Refused('unreadable');
      const check = { from: to, to: `${to}.looked-at`, isKept: false, passphrase: null, manifest: null };
      const { facts, problems } = await keeper.run(
        'open-backup',
        { ...check, migrationsFolder, auditKey },
        () => {},
        own.signal,
      );
      if (!facts) throw new Refused('unreadable');
      if (!facts.rows.staff) throw new Refused('nobody');
      this.#options.log.info('A damaged shop was read', { tables: salvaged.tables, problems });
      this.#stage = { kind: 'salvaged', salvaged, facts, isBalanced: problems.length === 0, auditKey };
    });
  }

  async #open(auditKey: Uint8Array): Promise<void> {
    await this.#work('salvage', async () => {
      const name = `salvage-${stampOf(this.#options.clock())}`;
      await this.#put(this.#candidate(), auditKey, { source: { from: 'salvage', name }, asOf: null });
    });
  }

  async #put(
    candidate: string,
    auditKey: Uint8Array,
    noted: Pick<Parameters<typeof putFoundShop>[1], 'source' | 'asOf'>,
  ): Promise<void> {
    this.#tell({ kind: 'working', work: 'opening', percent: null, stop: new AbortController() });
    const shop = this.#options.shop();
    const found = { candidate, to: this.#target(), auditKey, ...noted };
    await putFoundShop({ ...this.#options, aside: this.#aside, shop }, found);
    this.#stage = { kind: 'trouble' };
  }

  /** Does long work on a page of its own; whatever goes wrong with it is a page too, and the copy is taken away. */
  async #work(
    work: 'restore' | 'salvage',
    begin: (ctx: { onProgress: (progress: Progress) => void; signal: AbortSignal }) => Promise<void>,
  ): Promise<void> {
    const stop = new AbortController();
    let told = 0;
    this.#tell({ kind: 'working', work, percent: null, stop });
    try {
      await begin({
        signal: stop.signal,
        onProgress: ({ done, total }) => {
          const percent = Math.floor((100 * done) / Math.max(1, total));
          // Each tenth, so that the page is not always being drawn.
          if (Math.abs(percent - told) < 10 || stop.signal.aborted) return;
          told = percent;
          this.#tell({ kind: 'working', work, percent, stop });
        },
      });
    } catch (error) {
      this.#options.log.error('A shop was not brought back at the recovery page', { work, error });
      removeShopFile(this.#candidate());
      const isStopped = stop.signal.aborted;
      this.#stage = isStopped ? { kind: 'trouble' } : { kind: 'failed', work, failure: failureOf(error) };
    }
    this.#options.show();
  }

  #tell(stage: Stage): void {
    this.#stage = stage;
    this.#options.show();
  }

  /** What can be chosen from. A backup that lies where nothing vouches for it is none. */
  async #offer(): Promise<Offer> {
    const auditKey = await this.#auditKey();
    if (!auditKey) return { rows: [], hasKeys: false };
    const kept = await this.#backups(auditKey).list();
    return { rows: kept.map(rowOf).filter(({ state }) => state === 'verified'), hasKeys: true };
  }

  #backups(auditKey: Uint8Array): ShopBackups {
    const { folder, machine, protector } = this.#options;
    return new ShopBackups({
      ...this.#options,
      folder: join(folder, 'backups'),
      scratch: join(folder, 'scratch'),
      shop: () => ({ path: this.#target(), auditKey }),
      lastEntry: () => null,
      secondPlace: () => machine.get('backups')?.secondPlace ?? null,
      passphrase: () => readPassphrase(folder, protector).catch(() => null),
    });
  }

  /** Null where the keys are gone, which are never made anew here. */
  async #auditKey(): Promise<Uint8Array | null> {
    const { folder, protector, log } = this.#options;
    const given = { path: join(folder, 'keys.json'), protector, log, mustExist: true };
    return loadKeys(given).then(
      ({ audit }) => audit,
      () => null,
    );
  }

  /** Where the shop goes: where it was, or else, its folder being gone with its disk, among the application's own. */
  #target(): string {
    const path = this.#options.shop().path();
    return existsSync(dirname(path)) ? path : join(this.#options.folder, 'shop.db');
  }

  #candidate(): string {
    return `${this.#target()}.candidate`;
  }

  get #aside(): string {
    return join(this.#options.folder, 'backups', 'put-aside');
  }
}

class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  if (!(error instanceof AppError)) return 'unknown';
  const failures: Readonly<Record<string, Failure>> = {
    'backup-gone': 'gone',
    'backup-damaged': 'damaged',
    'wrong-passphrase': 'passphrase',
    'no-room': 'no-room',
  };
  return failures[error.code] ?? 'unknown';
}
