import type { BackupRow } from '../../../shared/contract/backup-fields.ts';
import type { ChosenBackup } from '../../../shared/contract/backups-restore.ts';
import { actionAddress, backupFacts, type Offer, openCart } from '../trouble.ts';
import {
  factList,
  factsOf,
  formatOf,
  type PageField,
  type PageLink,
  pageFrame,
  paragraph,
  pathBox,
  text,
} from './page-frame.ts';

/** Where things go. `aside`: the file that cannot be opened; null where there is none. */
export type Goes = { readonly aside: string | null; readonly to: string };

/** What was typed last: nothing was asked for yet, it is asked for now, or what was typed opens nothing. */
export type Typed = 'not-asked' | 'asked' | 'wrong';

/** Asks once more; for a passphrase too, where the one that this computer knows does not open it. */
export function askPage(row: BackupRow, offer: Offer, goes: Goes, typed: Typed): string {
  const address = actionAddress('restore', row.name);
  const isAsked = typed !== 'not-asked';
  return pageFrame({
    title: text('recovery.ask-title', { time: formatOf(row.facts).dateTime(row.madeAt) }),
    body: [
      backupFacts(row),
      paragraph(text('recovery.after')),
      openCart(offer),
      paragraph(text('recovery.ask-checked')),
    ],
    field: isAsked ? passphraseField(address, text('recovery.restore'), typed === 'wrong') : null,
    links: [...(isAsked ? [] : [{ address, label: text('recovery.restore') }]), back()],
    foot: whereTo(goes),
  });
}

/** Below the buttons: whoever looks for it finds it, and nobody has to read past it. */
function whereTo({ aside, to }: Goes): string {
  return [
    paragraph(text('recovery.ask-log')),
    aside === null ? '' : pathBox(text('recovery.ask-aside', { folder: aside })),
    pathBox(text('recovery.ask-to', { path: to })),
  ].join('\n');
}

/** A file that was chosen: locked, or with what is in it and the recovery code that it needs. */
export function chosenPage(chosen: ChosenBackup, goes: Goes, isWrong: boolean): string {
  const { path, facts, asOf, needsRecoveryCode } = chosen;
  const file = pathBox(text('recovery.file-is', { path }));
  if (facts === null) {
    return pageFrame({
      title: text('recovery.locked-title'),
      body: [file],
      field: passphraseField(actionAddress('unlock'), text('bring-back.open'), isWrong),
      links: [back()],
    });
  }
  const address = actionAddress('take');
  const code = { address, label: text('recovery.code-label'), note: text('recovery.code-other') };
  return pageFrame({
    title:
      asOf === null
        ? text('recovery.restore')
        : text('recovery.ask-title', { time: formatOf(facts).dateTime(asOf) }),
    body: [
      factList(factsOf(facts)),
      paragraph(text('recovery.after')),
      paragraph(text('recovery.ask-checked')),
    ],
    field: needsRecoveryCode ? codeField(code, text('recovery.restore'), isWrong) : null,
    links: [...(needsRecoveryCode ? [] : [{ address, label: text('recovery.restore') }]), back()],
    foot: file + whereTo(goes),
  });
}

/** Asks for the code that opens the copy of the keys in the shop file itself. */
export function codePage(isWrong: boolean): string {
  const code = { address: actionAddress('unlock'), label: text('recovery.code-label') };
  return pageFrame({
    title: text('recovery.code-title'),
    body: [paragraph(text('recovery.code-words'))],
    field: codeField({ ...code, note: text('recovery.code-note') }, text('recovery.code-open'), isWrong),
    links: [back()],
  });
}

/** Asks once more before a new shop is begun where there may have been one. */
export function newPage(): string {
  return pageFrame({
    title: text('recovery.new-title'),
    body: [paragraph(text('recovery.new-words')), paragraph(text('recovery.new-kept'))],
    links: [back(), { address: actionAddress('begin'), label: text('recovery.begin') }],
  });
}

function passphraseField(address: string, button: string, isWrong: boolean): PageField {
  return {
    ...{ address, button, kind: 'passphrase', label: text('recovery.passphrase-label') },
    note: text('recovery.passphrase-note'),
    wrong: isWrong ? text('recovery.passphrase-wrong') : null,
  };
}

function codeField(
  field: Pick<PageField, 'address' | 'label' | 'note'>,
  button: string,
  isWrong: boolean,
): PageField {
  return { ...field, button, kind: 'code', wrong: isWrong ? text('recovery.code-wrong') : null };
}

function back(): PageLink {
  return { address: actionAddress('back'), label: text('recovery.back') };
}
