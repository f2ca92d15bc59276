import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Money, money } from '../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../shared/domain/quantity.ts';
import { type Rate, rate } from '../../shared/domain/rate.ts';
import { MoneyField } from './money-field.tsx';
import { PercentField } from './percent-field.tsx';
import { QuantityField } from './quantity-field.tsx';
import { renderUi } from './render-ui.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => {
  act(() => field(name).focus());
  fireEvent.change(field(name), { target: { value } });
};

describe('MoneyField', () => {
  function Price({ start = null as Money | null, onCommit = vi.fn() }) {
    const [value, setValue] = useState<Money | null>(start);
    return (
      <>
        <MoneyField
          label="Price"
          value={value}
          onChange={setValue}
          onCommit={onCommit}
          most={money(1_000_000)}
        />
        <output>{value === null ? 'null' : String(value)}</output>
        <button type="button" onClick={() => setValue(money(5))}>
          Set
        </button>
      </>
    );
  }
  const value = () => screen.getByRole('status').textContent;

  it('reads what is typed by its digits and shows it in full when left', () => {
    renderUi(<Price />);
    type('Price', '1234.5');
    expect(value()).toBe('123450');
    expect(field('Price').value).toBe('1234.5');
    act(() => field('Price').blur());
    expect(field('Price').value).toBe('1,234.50');
    act(() => field('Price').focus());
    expect(field('Price').value).toBe('1234.50');
  });

  it('reads a decimal comma where the locale writes one', () => {
    renderUi(<Price />, 'de-DE');
    type('Price', '1,234');
    expect(value()).toBe('null');
    type('Price', '12,34');
    expect(value()).toBe('1234');
    type('Price', '1.234');
    expect(value()).toBe('123400');
  });

  it('keeps what cannot be read and says so only when the field is left', () => {
    renderUi(<Price start={money(700)} />);
    type('Price', '7 euros and a bit');
    expect(value()).toBe('null');
    expect(screen.queryByText(/not an amount/)).toBeNull();
    act(() => field('Price').blur());
    expect(screen.getByText('This is not an amount. Write it like 12.50.')).toBeTruthy();
    expect(field('Price').value).toBe('7 euros and a bit');
    expect(field('Price').getAttribute('aria-invalid')).toBe('true');
  });

  it('commits with Enter, but nothing beyond its limit', () => {
    const onCommit = vi.fn();
    renderUi(<Price onCommit={onCommit} />);
    type('Price', '10000.01');
    fireEvent.keyDown(field('Price'), { key: 'Enter' });
    expect(onCommit).not.toHaveBeenCalled();
    expect(screen.getByText('Must be at most €10,000.00.')).toBeTruthy();
    type('Price', '10.78');
    fireEvent.keyDown(field('Price'), { key: 'Enter' });
    expect(onCommit).toHaveBeenCalledWith(1078);
  });

  it('follows a value set from outside, even while it has the focus', () => {
    renderUi(<Price />);
    type('Price', '9');
    fireEvent.click(screen.getByText('Set'));
    expect(field('Price').value).toBe('0.05');
  });
});

describe('a number that is not taken', () => {
  type Shown = { readonly start?: Money | null; readonly holdsBack?: boolean; readonly takes?: boolean };
  function Cost({ start = money(500), holdsBack = false, takes = true }: Shown) {
    const [value, setValue] = useState<Money | null>(start);
    const change = (next: Money | null) => {
      if (takes || next !== null) setValue(next);
    };
    const field = { label: 'Cost', value, onChange: change, most: money(10_000), holdsBack };
    return (
      <>
        <MoneyField {...field} />
        <output>{String(value)}</output>
        <button type="button" onClick={() => setValue(money(700))}>
          Set
        </button>
      </>
    );
  }
  const value = () => screen.getByRole('status').textContent;
  const isRefused = () => field('Cost').hasAttribute('data-refused');

  it('is marked from the first key until it can be read, is within its bounds, or is gone', () => {
    renderUi(<Cost />);
    expect(isRefused()).toBe(false);
    for (const [typed, refused] of [
      ['1.385', true],
      ['1.38', false],
      ['100.01', true],
      ['-1', true],
      ['', false],
      ['abc', true],
    ] as const) {
      type('Cost', typed);
      expect([typed, isRefused()]).toEqual([typed, refused]);
    }
    fireEvent.click(screen.getByText('Set'));
    expect(isRefused()).toBe(false);
  });

  it('is what was typed, never what stood there before', () => {
    renderUi(<Cost start={money(20_000)} />);
    act(() => field('Cost').focus());
    act(() => field('Cost').blur());
    expect(isRefused()).toBe(false);
  });

  it('leaves the earlier value where it counts at once', () => {
    renderUi(<Cost holdsBack />);
    for (const typed of ['1.385', '100.01']) {
      type('Cost', typed);
      act(() => field('Cost').blur());
      expect([value(), field('Cost').value, isRefused()]).toEqual(['500', typed, true]);
    }
    type('Cost', '');
    expect(value()).toBe('null');
  });

  it('stays as typed where the screen keeps what it had', () => {
    renderUi(<Cost takes={false} />);
    type('Cost', '1.385');
    act(() => field('Cost').blur());
    expect([value(), field('Cost').value, isRefused()]).toEqual(['500', '1.385', true]);
  });
});

describe('QuantityField', () => {
  function Count({ decimal = false, most }: { readonly decimal?: boolean; readonly most?: Quantity }) {
    const [value, setValue] = useState<Quantity | null>(quantity(1000));
    return <QuantityField label="Count" value={value} onChange={setValue} decimal={decimal} most={most} />;
  }

  it('steps by one with keys and buttons, within its limits', () => {
    renderUi(<Count most={quantity(2000)} />);
    act(() => field('Count').focus());
    fireEvent.keyDown(field('Count'), { key: 'ArrowUp' });
    fireEvent.keyDown(field('Count'), { key: 'ArrowUp' });
    expect(field('Count').value).toBe('2');
    expect(screen.getByLabelText('Increase Count').hasAttribute('disabled')).toBe(true);
    for (let press = 0; press < 3; press += 1) fireEvent.click(screen.getByLabelText('Decrease Count'));
    expect(field('Count').value).toBe('0');
  });

  it('takes decimals only where the product is measured', () => {
    renderUi(<Count />);
    type('Count', '1.5');
    act(() => field('Count').blur());
    expect(screen.getByText('Whole pieces only.')).toBeTruthy();
    cleanup();
    renderUi(<Count decimal />);
    type('Count', '1.355');
    act(() => field('Count').blur());
    expect(screen.queryByText('Whole pieces only.')).toBeNull();
    expect(field('Count').value).toBe('1.355');
  });
});

it('PercentField reads rates exactly', () => {
  const onChange = vi.fn<(value: Rate | null) => void>();
  renderUi(<PercentField label="Tax" value={rate(82_500)} onChange={onChange} />);
  expect(field('Tax').value).toBe('8.25');
  type('Tax', '100');
  expect(onChange).toHaveBeenLastCalledWith(1_000_000);
});

describe('TextField', () => {
  it('ties label, description and error to the input', () => {
    const { rerender } = renderUi(
      <TextField label="Name" description="As on the receipt" value="" onChange={() => {}} />,
    );
    const described = () =>
      (field('Name').getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join('');
    expect(described()).toBe('As on the receipt');
    rerender(<TextField label="Name" error="Say a name." value="" onChange={() => {}} />);
    expect(described()).toBe('Say a name.');
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
  });

  it('shows a password on demand', () => {
    renderUi(<TextField label="Password" type="password" value="secret" onChange={() => {}} />);
    expect(field('Password').type).toBe('password');
    fireEvent.click(screen.getByLabelText('Show password'));
    expect(field('Password').type).toBe('text');
  });
});
