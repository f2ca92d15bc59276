import type { BridgeChange, OrderllaBridge } from '../../shared/contract/bridge.ts';
import type { CallError, CommonError } from '../../shared/contract/errors.ts';
import type { CallName, ErrorCode, Input, Output } from '../../shared/contract/index.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly orderlla?: OrderllaBridge;
  }
}

/** What a call may be refused with: its own codes and the common ones. */
export type CodeOf<N extends CallName> = ErrorCode<N> | CommonError;

/** A refusal of main, thrown by the client. `code` has a text of its own; `details` fills it. */
export class ApiError<C extends string = string> extends Error {
  readonly code: C;
  readonly details: Readonly<Record<string, unknown>>;
  constructor({ code, message, details }: CallError<C>) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.details = details ?? {};
  }

  /** The number to quote when asking for help, where the refusal was a fault of ours. */
  get reference(): string | null {
    return typeof this.details.reference === 'string' ? this.details.reference : null;
  }
}

/** Asks main for anything in the contract. The same over Electron and in process in tests. */
export type Client = {
  /** @throws ApiError when main refuses. */
  ask<N extends CallName>(
    name: N,
    input: Input<N>,
    requestId?: string,
    approvalId?: string,
  ): Promise<Output<N>>;
  onChange(listener: (change: BridgeChange) => void): () => void;
};

export function createClient(bridge: OrderllaBridge): Client {
  return {
    async ask<N extends CallName>(name: N, input: Input<N>, requestId?: string, approvalId?: string) {
      const reply = await bridge.invoke(name, input, requestId, approvalId).catch((error: unknown) => {
        // Main is gone or the input could not be copied: nothing was asked, so nothing was done.
        throw new ApiError({ code: 'internal', message: String(error) });
      });
      if (!reply.ok) throw new ApiError(reply.error);
      return reply.value as Output<N>;
    },
    onChange: (listener) => bridge.onChange(listener),
  };
}

/** The client over the preload's object. @throws Error where the page runs outside the application. */
export function windowClient(): Client {
  const bridge = window.orderlla;
  if (!bridge) throw new Error('The preload did not run: this page works inside the application only.');
  return createClient(bridge);
}

/** Whether something thrown is a refusal with this code. */
export function isRefusal<C extends string>(thrown: unknown, code: C): thrown is ApiError<C> {
  return thrown instanceof ApiError && thrown.code === code;
}
