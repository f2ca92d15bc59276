import type { FoundProblems } from '../../../shared/contract/backup-fields.ts';
import type { CheckedShop } from '../../app/check-shop-file.ts';

type Problems = CheckedShop['problems'];

/** What was found, added up by what was looked at. */
export function addUp(problems: Problems): FoundProblems {
  const counts = new Map<FoundProblems[number]['check'], number>();
  for (const { check, count } of problems) counts.set(check, (counts.get(check) ?? 0) + count);
  return [...counts].map(([check, count]) => ({ check, count }));
}

/** Whether the file itself is damaged, and not only what stands in it. */
export function hasDamage(problems: Problems): boolean {
  return problems.some(({ check, what }) => check === 'file' || what.startsWith('could not be read'));
}
