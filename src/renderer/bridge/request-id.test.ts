import { describe, expect, it } from 'vitest';
import { createRequestId } from './request-id.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('createRequestId', () => {
  it('makes UUIDs of version 7 that begin with the time', () => {
    const id = createRequestId(1_800_000_000_000);
    expect(id).toMatch(form);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_800_000_000_000);
  });

  it('rises strictly within a millisecond and when the clock is set back', () => {
    const ids = [
      ...Array.from({ length: 20_000 }, () => createRequestId(1_800_000_000_001)),
      ...Array.from({ length: 100 }, () => createRequestId(1_700_000_000_000)),
    ];
    expect(ids.every((id) => form.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });
});
