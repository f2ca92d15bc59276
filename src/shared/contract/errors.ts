/** Refusals that any call may answer with. */
export const commonErrors = [
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'cancelled',
  'password-again',
  'approval-not-valid',
  'approval-expired',
  'shop-file-trouble',
  'disk-full',
  'shop-read-only',
  'shop-locked',
  'shop-missing',
  'shop-damaged',
  'helper-ended',
  'internal',
] as const;
export type CommonError = (typeof commonErrors)[number];

/** A refusal as it crosses to the window: a code with a text of its own, and plain details for that text. */
export type CallError<C extends string = string> = {
  readonly code: C;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** What every call answers: a value, or why not. */
export type Reply<V = unknown, C extends string = string> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly error: CallError<C | CommonError> };

/**
 * How a handler refuses: by throwing, so that nothing it wrote stays. The code must be one the call's entry
 * lists, or a common one.
 */
export class AppError<C extends string = string> extends Error {
  readonly code: C;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(code: C, details?: Readonly<Record<string, unknown>>) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
