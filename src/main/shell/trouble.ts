import { type BackupRow, backupName } from '../../shared/contract/backup-fields.ts';
import { escapeHtml } from '../../shared/documents/escape-html.ts';
import type { Trouble } from './open-shop.ts';
import {
  factList,
  factsOf,
  formatOf,
  type PageLink,
  pageFrame,
  paragraph,
  pathBox,
  text,
} from './recovery/page-frame.ts';
import { parseAddress } from './security/addresses.ts';
import type { BackupBefore } from './upgrade-shop.ts';

/** What a person can do about a shop that cannot be opened; the links of the pages. */
const troubleActions = [
  ...(['retry', 'choose', 'quit', 'ask', 'restore', 'backups', 'back'] as const),
  ...(['salvage', 'stop', 'open', 'leave', 'file', 'unlock', 'take'] as const),
  ...(['code', 'new', 'begin', 'reserve', 'staff'] as const),
];
export type TroubleAction = (typeof troubleActions)[number];

/**
 * `name`: of the backup that it is about; empty where it is about none. `secret`: what was typed, a passphrase or a
 * recovery code, which gets into no log.
 */
export type TroubleLink = { readonly action: TroubleAction; readonly name: string; readonly secret: string };

const ways: Readonly<Record<Trouble, readonly TroubleAction[]>> = {
  // A disk that is connected again loses nothing: that comes first.
  missing: ['retry', 'choose', 'ask', 'backups', 'file', 'new', 'quit'],
  newer: ['choose', 'quit'],
  foreign: ['choose', 'ask', 'backups', 'file', 'quit'],
  folder: ['retry', 'choose', 'ask', 'backups', 'file', 'quit'],
  empty: ['ask', 'backups', 'file', 'choose', 'retry', 'new', 'quit'],
  damaged: ['ask', 'backups', 'salvage', 'file', 'choose', 'retry', 'quit'],
  locked: ['retry', 'quit'],
  // A disk that is connected again, or a cable, loses nothing.
  unreadable: ['retry', 'ask', 'backups', 'salvage', 'choose', 'quit'],
  'read-only': ['retry', 'quit'],
  'no-room': ['reserve', 'retry', 'choose', 'quit'],
  // Signing in to the computer as before loses nothing, nor does the code; a backup is older than the shop.
  keys: ['retry', 'code', 'backups', 'file', 'quit'],
  // Nothing to do but wait: it ends by itself.
  moving: [],
  upgrading: [],
  upgrade: ['retry', 'choose', 'quit'],
  unknown: ['retry', 'ask', 'backups', 'salvage', 'file', 'quit'],
};

const page = 'app://shop/trouble.html';
const mostTyped = 256;

/** The address of the page that says what is wrong. */
export function troubleAddress(trouble: Trouble): string {
  return `${page}?problem=${trouble}`;
}

/** The address of a link that asks for something. */
export function actionAddress(action: TroubleAction, name = ''): string {
  return `${page}?do=${action}${name === '' ? '' : `&name=${name}`}`;
}

/** What a link of the page asks for, or null when the address is no such link. */
export function troubleActionOf(address: string): TroubleLink | null {
  const parsed = parseAddress(address);
  if (!parsed || `${parsed.protocol}//${parsed.host}${parsed.pathname}` !== page) return null;
  const action = troubleActions.find((one) => one === parsed.searchParams.get('do'));
  if (action === undefined) return null;
  const name = backupName.safeParse(parsed.searchParams.get('name'));
  const secret = (parsed.searchParams.get('secret') ?? '').slice(0, mostTyped);
  if (name.success) return { action, name: name.data, secret };
  return action === 'ask' || action === 'restore' ? null : { action, name: '', secret };
}

/** Whether the page of this trouble has such a link. */
export function mayDo(trouble: Trouble, action: TroubleAction): boolean {
  return ways[trouble].includes(action);
}

/** The backups that a person can choose from: verified ones, the newest first. */
export type Offer = {
  readonly rows: readonly BackupRow[];
  /** False where nothing tells real backups from others: they are opened with the recovery code. */
  readonly hasKeys: boolean;
  /** Nothing but what lies in its folder says that there ever was a shop. */
  readonly mayBeNew: boolean;
  /** There is room in reserve that can be given up. */
  readonly hasReserve: boolean;
  /** How many items are in the open cart that comes back with the shop. */
  readonly openItems: number;
};

type TroublePage = {
  readonly trouble: Trouble;
  readonly path: string;
  /** When it happened, as in the log, so that its entry can be found. */
  readonly at: string;
  /** How far what is waited for is. */
  readonly percent?: number | undefined;
  /** A backup that was made before it went wrong, and the folder where it lies. */
  readonly backup?: { readonly folder: string; readonly kind: BackupBefore } | undefined;
  readonly offer?: Offer | undefined;
};

/**
 * The page shown instead of the shop when its file cannot be opened: what is wrong, that nothing was changed,
 * what can be done.
 */
export function troublePage({ trouble, path, at, percent, backup, offer }: TroublePage): string {
  // It comes to its end by itself, and nobody need ask for help.
  const isWaiting = ways[trouble].length === 0;
  return pageFrame({
    title: text(`shell.trouble-title-${trouble}`),
    body: [
      paragraph(text(`shell.trouble-words-${trouble}`)),
      isWaiting ? '' : paragraph(text('shell.trouble-safe')),
      offer ? openCart(offer) : '',
      percent === undefined
        ? ''
        : `<p role="status"><progress max="100" value="${percent}" aria-hidden="true"></progress>
           ${escapeHtml(text('shell.trouble-done-upgrading', { percent: String(percent) }))}</p>`,
      pathBox(path),
      backup ? paragraph(text(`shell.trouble-backup-${backup.kind}`)) + pathBox(backup.folder) : '',
      offer ? offerOf(trouble, offer) : '',
    ],
    links: linksOf(trouble, offer),
    foot: isWaiting ? '' : `<p class="quote">${escapeHtml(text('shell.trouble-quote', { at }))}</p>`,
  });
}

/** What a customer is waiting for at the counter. */
export function openCart({ openItems }: Offer): string {
  return openItems === 0 ? '' : paragraph(text('recovery.open-cart', { count: openItems }));
}

function offerOf(trouble: Trouble, { rows, hasKeys, mayBeNew, hasReserve }: Offer): string {
  if (trouble === 'no-room') return paragraph(text(`recovery.${hasReserve ? 'reserve' : 'no-reserve'}`));
  if (!mayDo(trouble, 'ask')) return '';
  const traces = mayBeNew && mayDo(trouble, 'new') ? paragraph(text('recovery.traces')) : '';
  const [newest] = rows;
  if (!newest) return traces + paragraph(text('recovery.none'));
  return [
    traces,
    `<h2>${escapeHtml(text(hasKeys ? 'recovery.newest' : 'recovery.newest-unknown'))}</h2>`,
    backupFacts(newest),
    paragraph(text('recovery.after')),
    hasKeys ? '' : paragraph(text('recovery.no-keys')),
  ].join('\n');
}

/** When a backup was made and what is in it. */
export function backupFacts({ madeAt, stillTrueAt, facts }: BackupRow): string {
  const format = formatOf(facts);
  return factList([
    [text('recovery.made'), format.dateTime(madeAt)],
    ...(stillTrueAt === null ? [] : [[text('recovery.still-true'), format.dateTime(stillTrueAt)] as const]),
    ...(facts ? factsOf(facts) : []),
  ]);
}

function linksOf(trouble: Trouble, offer: Offer | undefined): readonly PageLink[] {
  const { rows = [], hasKeys = true, mayBeNew = false, hasReserve = false } = offer ?? {};
  const link = (action: TroubleAction, label: string): PageLink => ({
    address: actionAddress(action),
    label,
  });
  return ways[trouble].flatMap((action): PageLink[] => {
    switch (action) {
      case 'ask':
        return rows[0] ? [{ address: actionAddress('ask', rows[0].name), label: text('recovery.ask') }] : [];
      case 'backups':
        if (rows.length < (mayDo(trouble, 'ask') ? 2 : 1)) return [];
        return [link(action, text(hasKeys ? 'recovery.backups' : 'recovery.backups-unknown'))];
      case 'salvage':
      case 'file':
      case 'code':
        return [link(action, text(`recovery.${action}`))];
      case 'new':
        return mayBeNew ? [link(action, text('recovery.new'))] : [];
      case 'reserve':
        return hasReserve ? [link(action, text('recovery.give-up'))] : [];
      case 'retry':
      case 'choose':
      case 'quit':
        return [link(action, text(`shell.trouble-${action}`))];
      default:
        return [];
    }
  });
}
