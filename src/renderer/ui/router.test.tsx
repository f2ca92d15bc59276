import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeQuery,
  hrefOf,
  matchPath,
  navigate,
  parsePlace,
  pathOf,
  useLeaveGuard,
  usePlace,
} from './router.ts';

beforeEach(() => window.history.replaceState(null, '', '#/'));
afterEach(cleanup);

describe('places', () => {
  it('are read from and written to the address', () => {
    expect(parsePlace('#/orders/7?status=shipped&q=a%26b')).toEqual({
      path: '/orders/7',
      query: { status: 'shipped', q: 'a&b' },
    });
    expect(parsePlace('')).toEqual({ path: '/', query: {} });
    expect(parsePlace('#orders//7/')).toEqual({ path: '/orders/7', query: {} });
    expect(hrefOf('/orders', { q: 'crème & co?', status: '', kind: undefined })).toBe(
      '#/orders?q=cr%C3%A8me+%26+co%3F',
    );
    expect(parsePlace(hrefOf('/orders', { q: 'a?b=c' })).query).toEqual({ q: 'a?b=c' });
  });

  it('match patterns whole, or not at all', () => {
    expect(matchPath('/orders/:id', '/orders/7')).toEqual({ id: '7' });
    expect(matchPath('/orders/:id/lines/:line', '/orders/a%2Fb/lines/2')).toEqual({ id: 'a/b', line: '2' });
    expect(matchPath('/orders/:id', '/orders')).toBeNull();
    expect(matchPath('/orders/:id', '/orders/7/edit')).toBeNull();
    expect(matchPath('/orders', '/products')).toBeNull();
    expect(matchPath('/orders/:id', '/orders/%')).toEqual({ id: '%' });
    expect(pathOf('/orders/:id', { id: 'a/b' })).toBe('/orders/a%2Fb');
  });
});

describe('usePlace', () => {
  function Where() {
    const { path, query } = usePlace();
    return <output>{`${path} ${JSON.stringify(query)}`}</output>;
  }
  const where = () => screen.getByRole('status').textContent;

  it('follows navigation, filters and links', async () => {
    render(<Where />);
    act(() => navigate('/orders', { query: { status: 'shipped' } }));
    expect(where()).toBe('/orders {"status":"shipped"}');
    act(() => changeQuery({ q: 'ada', status: undefined }));
    expect(where()).toBe('/orders {"q":"ada"}');
    await act(async () => {
      window.location.hash = '#/products';
      await new Promise((done) => setTimeout(done, 5));
    });
    expect(where()).toBe('/products {}');
  });

  it('keeps one entry of history while filters change', () => {
    navigate('/orders');
    const length = window.history.length;
    changeQuery({ q: 'a' });
    changeQuery({ q: 'ab' });
    navigate('/orders', { query: { q: 'ab' } });
    expect(window.history.length).toBe(length);
  });
});

describe('leaving a place with unsaved work', () => {
  function Guarded({ ask }: { readonly ask: (go: () => void) => void }) {
    const place = usePlace();
    useLeaveGuard(ask, place.path === '/settings');
    return <p>{place.path}</p>;
  }

  it('asks before the way is taken, by link, by code or by Back', () => {
    window.location.hash = '#/orders';
    navigate('/settings');
    const asked: (() => void)[] = [];
    render(<Guarded ask={(go) => asked.push(go)} />);
    act(() => navigate('/sell'));
    expect(window.location.hash).toBe('#/settings');
    expect(asked).toHaveLength(1);
    act(() => navigate('/settings', { query: { part: 'shop' } }));
    expect(asked).toHaveLength(1);
    // Back has moved already when it is heard.
    act(() => {
      window.history.replaceState(null, '', '#/orders');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    expect(window.location.hash).toBe('#/settings');
    expect(asked).toHaveLength(2);
    act(() => asked[1]?.());
    expect(window.location.hash).toBe('#/orders');
    expect(screen.getByText('/orders')).toBeTruthy();
    act(() => navigate('/sell'));
    expect(window.location.hash).toBe('#/sell');
  });
});
