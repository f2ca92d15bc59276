import type { AnyEntry } from '../../shared/contract/define.ts';
import { type CallName, contract } from '../../shared/contract/index.ts';

/** What the contract says of a call; undefined for a name that is not in it. */
export function findEntry(name: string): AnyEntry | undefined {
  return Object.hasOwn(contract, name) ? (contract[name as CallName] as AnyEntry) : undefined;
}
