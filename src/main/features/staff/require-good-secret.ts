import { AppError } from '../../../shared/contract/errors.ts';
import { passwordProblem, pinProblem } from '../../../shared/domain/password.ts';

/** @throws AppError `password-too-short` or `password-too-common`. */
export function requireGoodPassword(password: string): void {
  const problem = passwordProblem(password);
  if (problem === null) return;
  throw new AppError(problem === 'too-short' ? 'password-too-short' : 'password-too-common');
}

/** @throws AppError `pin-too-simple`. */
export function requireGoodPin(pin: string): void {
  if (pinProblem(pin) !== null) throw new AppError('pin-too-simple');
}
