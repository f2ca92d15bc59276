import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEnglishText, english } from './english.ts';
import type { Messages } from './text.ts';

const folder = join(import.meta.dirname, 'en');

describe('English texts', () => {
  it('merges every file, whose keys begin with its name', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    expect(files).toContain('ui.ts');
    let keys = 0;
    for (const file of files) {
      const exported = Object.values((await import(join(folder, file))) as Record<string, Messages>);
      expect(exported, `${file} exports one object`).toHaveLength(1);
      for (const key of Object.keys(exported[0] ?? {})) {
        keys += 1;
        // One sentence for each refusal: `error.<code>` stands in errors.ts. What is too long for one file goes on
        // in `<feature>-<part>.ts`.
        const [feature = ''] = key.split('.');
        const name = basename(file, '.ts').replace('errors', 'error');
        expect(name === feature || name.startsWith(`${feature}-`), `${key} in ${file}`).toBe(true);
        expect(Object.hasOwn(english, key), `${key} is merged in english.ts`).toBe(true);
      }
    }
    expect(Object.keys(english)).toHaveLength(keys);
  });

  it('speaks like a shop: no empty or shouting sentence, no stock phrase', () => {
    for (const [key, message] of Object.entries<Messages[string]>(english)) {
      for (const sentence of typeof message === 'string' ? [message] : Object.values(message)) {
        expect(sentence.trim(), key).toBe(sentence);
        expect(sentence, key).not.toBe('');
        expect(sentence, key).not.toMatch(/!|\bsuccess|invalid input|are you sure/i);
      }
    }
  });

  it('says one and many as English does, whatever the shop’s country', () => {
    for (const locale of ['ja-JP', 'fr-FR', 'ru-RU', 'en-IN', 'ar-KW']) {
      const text = createEnglishText(locale);
      expect(text('reports.more-columns', { count: 1 }), locale).toMatch(/column$/u);
      expect(text('reports.more-columns', { count: 0 }), locale).toMatch(/columns$/u);
      expect(text('reports.more-columns', { count: 3 }), locale).toMatch(/columns$/u);
    }
  });
});
