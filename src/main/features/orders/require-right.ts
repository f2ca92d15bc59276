import { AppError } from '../../../shared/contract/errors.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { CommandContext } from '../../app/context.ts';

/** For what takes a right beyond the one that the door asks for. @throws AppError `forbidden`. */
export function requireRight({ actor }: Pick<CommandContext, 'actor'>, right: Right): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'nobody' || actor.kind === 'kiosk' || !actor.rights.has(right))
    throw new AppError('forbidden', { needs: right });
}
