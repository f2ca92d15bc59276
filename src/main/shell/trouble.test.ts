import { describe, expect, it } from 'vitest';
import { troubleActionOf, troubleAddress, troublePage } from './trouble.ts';

const kinds = [
  'missing',
  'folder',
  'empty',
  'newer',
  'foreign',
  'damaged',
  'locked',
  'unreadable',
  'read-only',
  'no-room',
  'keys',
  'unknown',
] as const;
const moving = { trouble: 'moving', path: '/home/ana/shop.db', at: '2026-11-22T09:30:00.000Z' } as const;

describe('troublePage', () => {
  it.each(kinds)('says in words what is wrong and what can be done: %s', (trouble) => {
    const html = troublePage({ trouble, path: '/home/ana/<b>shop</b>.db', at: '2026-11-22T09:30:00.000Z' });
    expect(html).toContain('&lt;b&gt;shop&lt;/b&gt;.db');
    expect(html).toContain('2026-11-22T09:30:00.000Z');
    expect(html).toContain('no new shop was made');
    expect(html).toContain('?do=quit');
    expect(html).not.toMatch(/<script|<style|style=|\son[a-z]+=|SQLITE|shell\./);
    const words = html.replace(/<[^>]+>/g, ' ');
    expect(words).not.toMatch(/\{|undefined/);
    expect(words.split(/\s+/).length).toBeGreaterThan(35);
  });

  it('says how far an upgrade is, and offers nothing but to wait', () => {
    const html = troublePage({ ...moving, trouble: 'upgrading', percent: 40 });
    expect(html).toContain('being brought to this version');
    expect(html).toMatch(/<p role="status"><progress max="100" value="40"[\s\S]* 40 % done<\/p>/u);
    expect(html).not.toContain('no new shop was made');
    expect(html).not.toContain('ask for help');
    expect(html).not.toContain('?do=');
    expect(html).not.toMatch(/shell\.|undefined/u);
  });

  it.each([
    [{ folder: '/home/<b>/backups', kind: 'verified' }, 'made before and checked'],
    [{ folder: '/home/<b>/backups', kind: 'with-problems' }, 'not as it should be already'],
    [undefined, 'the new version worked on a copy'],
  ] as const)('calls a backup from before an upgrade checked only where it was: %o', (backup, words) => {
    const html = troublePage({ ...moving, trouble: 'upgrade', backup });
    expect(html).toContain(words);
    expect(html.includes('and checked')).toBe(backup?.kind === 'verified');
    expect(html.includes('/home/&lt;b&gt;/backups')).toBe(backup !== undefined);
    expect(html.match(/\?do=\w+/gu)).toEqual(['?do=retry', '?do=choose', '?do=quit']);
    expect(html).not.toMatch(/shell\.|undefined/u);
  });

  it('says that the file is being copied, and offers nothing but to wait', () => {
    const html = troublePage(moving);
    expect(html).toContain('The shop file is being copied');
    expect(html).not.toContain('?do=');
  });

  it('offers another file only where another file would help', () => {
    const offers = (trouble: (typeof kinds)[number]) =>
      troublePage({ trouble, path: '', at: '' }).includes('?do=choose');
    expect(kinds.filter(offers)).toEqual([
      ...['missing', 'folder', 'empty', 'newer', 'foreign', 'damaged', 'unreadable', 'no-room'],
    ]);
  });
});

describe('the page of a full disk', () => {
  const pageOf = (hasReserve: boolean) =>
    troublePage({
      ...moving,
      trouble: 'no-room',
      offer: { rows: [], hasKeys: true, mayBeNew: false, hasReserve, openItems: 0 },
    });

  it('offers the room in reserve only where there is some', () => {
    expect(pageOf(true)).toContain('?do=reserve');
    expect(pageOf(true)).toContain('32 MB');
    expect(pageOf(false)).not.toContain('?do=reserve');
    expect(pageOf(false)).toContain('was used already');
  });
});

describe('an open sale that comes back with the shop', () => {
  const pageOf = (openItems: number) =>
    troublePage({
      ...{ ...moving, trouble: 'damaged' },
      offer: { rows: [], hasKeys: true, mayBeNew: false, hasReserve: false, openItems },
    });

  it('is told of where there is one', () => {
    expect(pageOf(3)).toContain('The open sale of 3 items is kept too.');
    expect(pageOf(1)).toContain('The open sale of 1 item is kept too.');
    expect(pageOf(0)).not.toContain('open sale');
  });
});

describe('troubleActionOf', () => {
  it('takes what was typed as it is, and no more than a field holds', () => {
    const typed = new URLSearchParams({ do: 'unlock', secret: 'ключ & ä+ 1=1' });
    expect(troubleActionOf(`app://shop/trouble.html?${typed}`)?.secret).toBe('ключ & ä+ 1=1');
    const long = troubleActionOf(`app://shop/trouble.html?do=unlock&secret=${'x'.repeat(5000)}`);
    expect(long?.secret).toHaveLength(256);
  });

  it.each([
    ['app://shop/trouble.html?do=retry', 'retry'],
    ['app://shop/trouble.html?do=choose', 'choose'],
    ['app://shop/trouble.html?do=quit', 'quit'],
    ['app://shop/trouble.html?do=ask&name=shop-20261122T210000Z', 'ask shop-20261122T210000Z'],
    ['app://shop/trouble.html?do=ask&name=../shop', null],
    ['app://shop/trouble.html?do=restore', null],
    ['app://shop/trouble.html?do=salvage&name=%2e%2e', 'salvage'],
    ['app://shop/trouble.html?do=delete', null],
    ['app://shop/trouble.html', null],
    ['app://shop/trouble.htmlx?do=quit', null],
    ['app://shop/index.html?do=quit', null],
    ['https://shop/trouble.html?do=quit', null],
    [troubleAddress('missing'), null],
    ['', null],
  ])('%s asks for %s', (address, action) => {
    const link = troubleActionOf(address);
    expect(link && `${link.action} ${link.name}`.trim()).toBe(action);
  });
});
