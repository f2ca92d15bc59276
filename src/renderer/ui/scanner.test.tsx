import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expireScanner, feedScanner, idleScanner, type ScannerKey, type ScannerState } from './scanner.ts';
import { useScanner } from './use-scanner.ts';

/** Feeds keys with their times; gives what passed to the window, what was given back, and the codes. */
function run(keys: readonly (readonly [key: string, at: number, digit?: string])[]) {
  let state: ScannerState = idleScanner;
  let passed = '';
  const codes: string[] = [];
  for (const [key, at, digit] of keys) {
    const press: ScannerKey = { key, at, digit: digit ?? (/\d/.test(key) ? key : null) };
    const fed = feedScanner(state, press);
    state = fed.state;
    passed += fed.verdict.replay + (fed.verdict.swallow ? '' : key);
    if (fed.verdict.code !== null) codes.push(fed.verdict.code);
  }
  return { passed: passed + expireScanner(state, 1e9).replay, codes };
}

const typed = (text: string, gap: number, end = 'Enter', start = 1000) => [
  ...[...text].map((key, index) => [key, start + index * gap] as const),
  [end, start + text.length * gap] as const,
];

describe('scanner', () => {
  it('knows a scan by its speed and its end', () => {
    expect(run(typed('4006381333931', 7))).toEqual({ passed: '40', codes: ['4006381333931'] });
    expect(run(typed('ABC-12', 35, 'Tab'))).toEqual({ passed: 'AB', codes: ['ABC-12'] });
  });

  it('leaves people who type alone, however fast, and loses no key of theirs', () => {
    expect(run(typed('4006381333931', 36))).toEqual({ passed: '4006381333931Enter', codes: [] });
    expect(run(typed('abc', 5))).toEqual({ passed: 'abcEnter', codes: [] });
    expect(run([...typed('hello', 10, 'Backspace'), ['x', 5000]])).toEqual({
      passed: 'helloBackspacex',
      codes: [],
    });
    expect(
      run([
        ['a', 0],
        ['b', 10],
        ['c', 20],
        ['d', 30],
        ['e', 200],
      ]),
    ).toEqual({ passed: 'abcde', codes: [] });
    expect(run([...typed('1234', 10).slice(0, 4), ['Enter', 2000]])).toEqual({
      passed: '1234Enter',
      codes: [],
    });
  });

  it('takes capitals typed with Shift, and one scan after another', () => {
    expect(
      run([
        ['Shift', 0],
        ['A', 5],
        ['Shift', 8],
        ['B', 12],
        ['C', 20],
        ['D', 28],
        ['Enter', 40],
      ]).codes,
    ).toEqual(['ABCD']);
    expect(run([...typed('1111', 8), ...typed('2222', 8, 'Enter', 1100)]).codes).toEqual(['1111', '2222']);
  });

  it('reads the digits printed on the keys under a foreign layout', () => {
    const azerty = [
      ['&', 0, '1'],
      ['é', 10, '2'],
      ['"', 20, '3'],
      ["'", 30, '4'],
      ['Enter', 40],
    ] as const;
    expect(run(azerty).codes).toEqual(['1234']);
    expect(
      run([
        ['A', 0],
        ['é', 10, '2'],
        ['3', 20],
        ['4', 30],
        ['Enter', 40],
      ]).codes,
    ).toEqual(['Aé34']);
  });
});

describe('useScanner', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
  let now = 0;
  const press = (target: Element, key: string, gap: number) => {
    now += gap;
    const event = new KeyboardEvent('keydown', {
      key,
      code: /\d/.test(key) ? `Digit${key}` : '',
      bubbles: true,
      cancelable: true,
    });
    Object.defineProperty(event, 'timeStamp', { value: now });
    let kept = true;
    act(() => {
      kept = target.dispatchEvent(event);
    });
    if (kept && target instanceof HTMLInputElement && key.length === 1) {
      fireEvent.change(target, { target: { value: target.value + key } });
    }
  };
  const scan = (target: Element, code: string) => {
    press(target, code[0] ?? '', 5000);
    for (const key of [...code.slice(1), 'Enter']) press(target, key, 6);
  };

  function Screen({
    onScan,
    above,
  }: {
    readonly onScan: (code: string) => void;
    readonly above?: (code: string) => void;
  }) {
    const [value, setValue] = useState('tea');
    useScanner(onScan);
    return (
      <form onSubmit={() => onScan('submitted')}>
        <input aria-label="Search" value={value} onChange={(event) => setValue(event.target.value)} />
        {above && <Above onScan={above} />}
      </form>
    );
  }
  function Above({ onScan }: { readonly onScan: (code: string) => void }) {
    useScanner(onScan);
    return null;
  }

  it('catches a scan inside a field and gives the field its text back', () => {
    const onScan = vi.fn();
    render(<Screen onScan={onScan} />);
    const field = screen.getByLabelText<HTMLInputElement>('Search');
    field.focus();
    scan(field, '4006381333931');
    expect(onScan.mock.calls).toEqual([['4006381333931']]);
    expect(field.value).toBe('tea');
    scan(document.body, '12345678');
    expect(onScan).toHaveBeenLastCalledWith('12345678');
  });

  it('gives back what a fast typist typed', () => {
    const onScan = vi.fn();
    render(<Screen onScan={onScan} />);
    const field = screen.getByLabelText<HTMLInputElement>('Search');
    field.focus();
    field.setSelectionRange(3, 3);
    press(field, 'p', 5000);
    for (const key of 'ots') press(field, key, 20);
    act(() => void vi.advanceTimersByTime(100));
    expect(field.value).toBe('teapots');
    expect(onScan).not.toHaveBeenCalled();
  });

  it('goes to the component mounted last, and back', () => {
    const below = vi.fn();
    const above = vi.fn();
    const { rerender } = render(<Screen onScan={below} above={above} />);
    scan(document.body, '1111');
    rerender(<Screen onScan={below} />);
    scan(document.body, '2222');
    expect([above.mock.calls, below.mock.calls]).toEqual([[['1111']], [['2222']]]);
  });

  it('leaves passwords alone', () => {
    const onScan = vi.fn();
    render(<Screen onScan={onScan} />);
    const secret = document.createElement('input');
    secret.type = 'password';
    document.body.append(secret);
    scan(secret, 'correcthorse');
    expect(secret.value).toBe('correcthorse');
    expect(onScan).not.toHaveBeenCalled();
    secret.remove();
  });
});
