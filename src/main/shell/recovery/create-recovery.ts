import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChosenBackup } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import { removeShopFile } from '../../database/flush.ts';
import { stampOf } from '../clock.ts';
import type { MachineStore } from '../machine-store.ts';
import type { Trouble } from '../open-shop.ts';
import { createChosenFile } from '../restore/chosen-file.ts';
import type { RunningShop } from '../running-shop.ts';
import { mayDo, type Offer, type TroubleLink } from '../trouble.ts';
import { type Candidate, findInBackup, findInDamage, findInFile } from './find-candidate.ts';
import { createKnownBackups, type KnownBackupsOptions, type KnownBeside } from './known-backups.ts';
import { noteBroughtBack, putFoundShop } from './put-found-shop.ts';
import { failureWords, problemWords, Refused } from './recovery-failure.ts';
import { type FailedWork, type Stage, stagePage } from './recovery-stage.ts';
import { unlockKeys } from './unlock-keys.ts';

type RecoveryOptions = Omit<KnownBackupsOptions, 'machine'> &
  Pick<KnownBeside, 'openItems'> & {
    readonly machine: Pick<MachineStore, 'get' | 'set'>;
    readonly shop: () => RunningShop;
    /** Asks for a file to bring a shop back from. */
    readonly askFile: () => Promise<string | null>;
    readonly reserve: KnownBeside['reserve'] & { giveUp(): Promise<boolean> };
    /** Shows what there is to show now. */
    readonly show: () => void;
  };

/** Brings a shop back that cannot be opened, on pages of main; nobody can be signed in then. */
export class Recovery {
  readonly #options: RecoveryOptions;
  readonly #known: ReturnType<typeof createKnownBackups>;
  readonly #chosen: ReturnType<typeof createChosenFile>;
  #auditKey: Uint8Array | null = null;
  #stage: Stage = { kind: 'trouble' };

  constructor(options: RecoveryOptions) {
    this.#options = options;
    this.#known = createKnownBackups(options);
    this.#chosen = createChosenFile({
      ...options,
      scratch: join(options.folder, 'scratch'),
      shop: () => ({ path: () => this.#target(), auditKey: () => this.#auditKey }),
    });
  }

  /** The page to show now. */
  html(): Promise<string> {
    const shown = { shop: this.#options.shop(), offer: () => this.#offer(), to: this.#target() };
    return stagePage(this.#stage, { ...shown, aside: this.#aside });
  }

  /** Whether the person has to wait: nothing else is to be begun. */
  isWorking(): boolean {
    return this.#stage.kind === 'working';
  }

  /** The trouble is looked at again: what was begun on other pages is over. */
  reset(): void {
    if (this.#stage.kind === 'salvaged') removeShopFile(this.#candidate());
    if (this.#stage.kind === 'chosen') this.#chosen.forget();
    this.#stage = { kind: 'trouble' };
  }

  /** Does what a link of the pages asks for, where the page that is shown has that link. */
  async follow(link: TroubleLink): Promise<void> {
    const stage = this.#stage;
    const trouble = this.#options.shop().trouble();
    if (trouble === null) return;
    if (stage.kind === 'working') {
      if (link.action === 'stop') stage.stop.abort(new AppError('cancelled'));
      return;
    }
    const deed = this.#deedOf(stage, link) ?? this.#wayOf(stage, trouble, link);
    if (deed) return deed();
    if (link.action === 'leave' || link.action === 'back') this.reset();
    this.#options.show();
  }

  /** What a stage is there for. */
  #deedOf(stage: Stage, { action, name, secret }: TroubleLink): (() => Promise<void>) | null {
    if (stage.kind === 'ask' && action === 'restore' && stage.name === name) {
      return () => this.#restore(name, stage.typed === 'not-asked' ? null : secret);
    }
    if (stage.kind === 'chosen' && stage.chosen.facts === null && action === 'unlock') {
      return () => this.#openChosen(stage, secret);
    }
    if (stage.kind === 'chosen' && stage.chosen.facts !== null && action === 'take') {
      return () => this.#restoreChosen(stage, secret);
    }
    if (stage.kind === 'code' && action === 'unlock') return () => this.#unlock(secret);
    if (stage.kind === 'salvaged' && action === 'open') return () => this.#open();
    if (stage.kind === 'new' && action === 'begin') return () => this.#begin();
    return null;
  }

  /** What the page of the trouble offers, or the list that it leads to. */
  #wayOf(stage: Stage, trouble: Trouble, { action, name }: TroubleLink): (() => Promise<void>) | null {
    const isFromList = stage.kind === 'backups' && action === 'ask';
    if (!mayDo(trouble, action) && !isFromList) return null;
    const turnTo = (to: Stage) => async () => this.#tell(to);
    if (action === 'ask') return () => this.#ask(name);
    if (stage.kind !== 'trouble') return null;
    if (action === 'backups') return turnTo({ kind: 'backups' });
    if (action === 'code') return turnTo({ kind: 'code', isWrong: false });
    if (action === 'new' && this.#known.mayBeNew()) return turnTo({ kind: 'new' });
    if (action === 'salvage') return () => this.#salvage();
    if (action === 'file') return () => this.#choose();
    if (action === 'reserve') return () => this.#giveUpReserve();
    return null;
  }

  /** A backup for which nothing vouches is a file like any other. */
  async #ask(name: string): Promise<void> {
    const row = (await this.#offer()).rows.find((one) => one.name === name);
    const path = row?.state === 'unknown' ? await this.#known.pathOf(name) : null;
    if (path !== null) return this.#look(path);
    this.#tell({ kind: 'ask', name, typed: 'not-asked' });
  }

  async #restore(name: string, passphrase: string | null): Promise<void> {
    await this.#work(
      'restore',
      async (work) => {
        const found = await findInBackup(this.#finding(work), this.#known, { name, passphrase });
        await this.#put(found);
      },
      {
        code: 'wrong-passphrase',
        stage: { kind: 'ask', name, typed: passphrase === null ? 'asked' : 'wrong' },
      },
    );
  }

  async #choose(): Promise<void> {
    const path = await this.#options.askFile();
    if (path !== null) await this.#look(path);
  }

  async #look(path: string): Promise<void> {
    await this.#work('restore', async (work) => {
      this.#auditKey = await this.#known.auditKey();
      this.#choice(await this.#chosen.choose(path, work));
    });
  }

  async #openChosen(stage: Extract<Stage, { kind: 'chosen' }>, passphrase: string): Promise<void> {
    const { token } = stage.chosen;
    await this.#work(
      'restore',
      async (work) => this.#choice(await this.#chosen.openChosen(token, passphrase, work)),
      { code: 'wrong-passphrase', stage: { ...stage, isWrong: true } },
    );
  }

  #choice(chosen: ChosenBackup): void {
    const { problem, found } = chosen;
    this.#stage =
      problem === null
        ? { kind: 'chosen', chosen, isWrong: false }
        : { kind: 'failed', work: 'restore', words: problemWords(problem, found) };
  }

  async #restoreChosen(stage: Extract<Stage, { kind: 'chosen' }>, code: string): Promise<void> {
    const { token } = stage.chosen;
    await this.#work(
      'restore',
      async (work) => {
        const taken = this.#chosen.take(token, code);
        await this.#put(await findInFile(this.#finding(work), taken, this.#auditKey));
        this.#chosen.forget();
      },
      { code: 'wrong-recovery-code', stage: { ...stage, isWrong: true } },
    );
  }

  async #salvage(): Promise<void> {
    await this.#work('salvage', async (work) => {
      const from = this.#options.shop().path();
      const found = await findInDamage(this.#finding(work), this.#known, from);
      this.#stage = { kind: 'salvaged', ...found };
    });
  }

  async #open(): Promise<void> {
    await this.#work('salvage', async () => {
      const name = `salvage-${stampOf(this.#options.clock())}`;
      await this.#put({ source: { from: 'salvage', name }, asOf: null, keys: null });
    });
  }

  async #put(found: Candidate): Promise<void> {
    this.#tell({ kind: 'working', work: 'opening', percent: null, stop: new AbortController() });
    const shop = this.#options.shop();
    const put = { ...found, candidate: this.#candidate(), to: this.#target() };
    const auditKey = await this.#known.auditKey();
    await putFoundShop({ ...this.#options, aside: this.#aside, shop }, { ...put, auditKey });
    this.#stage = { kind: 'trouble' };
  }

  /** Gets the keys back with the owner's recovery code; the shop is where it was. */
  async #unlock(code: string): Promise<void> {
    const { shop, clock } = this.#options;
    await this.#work(
      'keys',
      async () => {
        const outcome = await unlockKeys(this.#options, shop().path(), code, clock());
        if (outcome === 'no-copy') throw new Refused('no-key-copy');
        if (outcome === 'wrong-code') throw new AppError('wrong-recovery-code');
        this.#stage = { kind: 'trouble' };
        await shop().open();
        await noteBroughtBack(this.#options, shop(), { source: { from: 'keys', name: 'keys.json' } });
      },
      { code: 'wrong-recovery-code', stage: { kind: 'code', isWrong: true } },
    );
  }

  async #begin(): Promise<void> {
    this.#stage = { kind: 'trouble' };
    await this.#options.shop().open({ isNew: true });
    this.#options.show();
  }

  async #giveUpReserve(): Promise<void> {
    const { reserve, shop, log, show } = this.#options;
    await reserve
      .giveUp()
      .catch((error: unknown) => log.error('The reserve could not be given up', { error }));
    await shop().open();
    show();
  }

  /** Does long work on a page of its own; whatever goes wrong with it is a page too, and the copy is taken away. */
  async #work(
    work: FailedWork,
    begin: (work: BackupWork) => Promise<void>,
    /** A refusal that asks for something to be typed. */
    asks: { readonly code: string; readonly stage: Stage } | null = null,
  ): Promise<void> {
    const stop = new AbortController();
    const working = { kind: 'working', work: work === 'keys' ? 'opening' : work, stop } as const;
    let told = 0;
    this.#tell({ ...working, percent: null });
    try {
      await begin({
        signal: stop.signal,
        onProgress: ({ done, total }) => {
          const percent = Math.floor((100 * done) / Math.max(1, total));
          // Each tenth, so that the page is not always being drawn.
          if (Math.abs(percent - told) < 10 || stop.signal.aborted) return;
          told = percent;
          this.#tell({ ...working, percent });
        },
      });
    } catch (error) {
      removeShopFile(this.#candidate());
      if (stop.signal.aborted) this.#stage = { kind: 'trouble' };
      else if (asks && error instanceof AppError && error.code === asks.code) this.#stage = asks.stage;
      else {
        this.#options.log.error('A shop was not brought back at the recovery page', { work, error });
        this.#stage = { kind: 'failed', work, words: failureWords(error) };
      }
    }
    this.#options.show();
  }

  #tell(stage: Stage): void {
    this.#stage = stage;
    this.#options.show();
  }

  #offer(): Promise<Offer> {
    return this.#known.offer(this.#options);
  }

  #finding(work: BackupWork) {
    return { ...this.#options, candidate: this.#candidate(), work };
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
