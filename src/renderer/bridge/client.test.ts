import { describe, expect, it } from 'vitest';
import type { OrderllaBridge } from '../../shared/contract/bridge.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { ApiError, createClient, isRefusal, windowClient } from './client.ts';

function bridgeAnswering(answer: () => Promise<Reply>): OrderllaBridge {
  return { invoke: answer, onChange: () => () => undefined };
}

describe('createClient', () => {
  it('unwraps the value of an answer', async () => {
    const client = createClient(bridgeAnswering(async () => ({ ok: true, value: { sellable: 60 } })));
    expect(await client.ask('catalog.count', {})).toEqual({ sellable: 60 });
  });

  it('throws a refusal with its code, details and reference', async () => {
    const error = { code: 'internal' as const, message: 'internal', details: { reference: 'mk2-1' } };
    const client = createClient(bridgeAnswering(async () => ({ ok: false, error })));
    const thrown = await client.ask('catalog.count', {}).catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown).toMatchObject({ code: 'internal', reference: 'mk2-1' });
    expect(isRefusal(thrown, 'internal')).toBe(true);
    expect(isRefusal(thrown, 'forbidden')).toBe(false);
    expect(isRefusal(new Error('internal'), 'internal')).toBe(false);
  });

  it('turns a question that could not be asked into an internal refusal', async () => {
    const client = createClient(
      bridgeAnswering(() => Promise.reject(new Error('An object could not be cloned'))),
    );
    const thrown = await client.ask('catalog.count', {}).catch((caught: unknown) => caught);
    expect(thrown).toMatchObject({ code: 'internal', reference: null });
  });

  it('says so where there is no preload', () => {
    expect(() => windowClient()).toThrow(/inside the application/);
  });
});
