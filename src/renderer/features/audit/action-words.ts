import { type CallName, type CommandName, contract, type TaskName } from '../../../shared/contract/index.ts';
import { auditGroupOf } from '../../../shared/domain/audit-kinds.ts';
import { auditDidText } from '../../../shared/text/en/audit-did.ts';
import type { AppText } from '../../../shared/text/english.ts';

/** Every call that may leave an entry in the log. */
export type AuditedCall = CommandName | TaskName;

/** What an entry says of who did it and how it came out. */
type Deed = { readonly call: string; readonly outcome: string };

/**
 * What was done, or what somebody tried to do, in plain words. A call that has no words in `audit-did.ts` and
 * `audit-tried.ts` does not compile here.
 */
export function actionWords({ call, outcome }: Deed, text: AppText): string {
  if (isQuestion(call)) {
    // A question leaves an entry only where it was refused.
    return text('audit.tried-to-see', { group: text(`audit.group-${auditGroupOf(call)}`) });
  }
  if (!isKnown(call)) return text('audit.unknown-action', { call });
  return outcome === 'ok' ? text(`audit.did-${call}`) : text(`audit.tried-${call}`);
}

function isQuestion(call: string): boolean {
  return Object.hasOwn(contract, call) && contract[call as CallName].kind === 'query';
}

/** The file may hold entries that another version wrote. */
function isKnown(call: string): call is AuditedCall {
  return Object.hasOwn(auditDidText, `audit.did-${call}`);
}
