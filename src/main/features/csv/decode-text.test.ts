import { describe, expect, it } from 'vitest';
import { csvLimits } from './csv-limits.ts';
import { decodeText } from './decode-text.ts';
import { type SingleByteEncoding, singleByteCode } from './single-byte.ts';
import { finishSteps, runInSlices } from './steps.ts';

function encode(text: string, encoding: SingleByteEncoding): Buffer {
  const bytes = new Map<number, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(singleByteCode(byte, encoding), byte);
  return Buffer.from(Array.from(text, (character) => bytes.get(character.charCodeAt(0)) ?? 63));
}

const samples = [
  'name,price\nCafé crème,3\nPâté à l’ancienne,5\n',
  'Name;Preis\nGrößenverstellbarer Gürtel;12,50 €\nÄpfel;2\nBäckermütze;9\n',
  'nombre;precio\nPiñata señorío;10\nJamón ibérico;20\n¿Qué tal?;1\n',
  'produto;preço\nPão de açúcar;3\nCoração;4\n',
  'navn,pris\nRødgrød med fløde,40\nÅl,10\n',
  'name,price\nMatt’s “best” tea — 5 €,5\n',
  'name,price\nTea 250°,£3.50\nSony®,£4\n',
  'nom,prix\nÉTÉ,3\nŒuf,1\n',
  'navn;pris\nÆbler;10\nØl;20\n',
];

describe('which encoding a file is in', () => {
  it.each(samples)('Windows-1252: %j', (text) => {
    expect(decodeText(encode(text, 'windows-1252'))).toMatchObject({ encoding: 'windows-1252', text });
  });

  it.each(samples)('Mac Roman: %j', (text) => {
    expect(decodeText(encode(text, 'mac-roman'))).toMatchObject({ encoding: 'mac-roman', text });
  });

  it.each(samples)('UTF-8 and UTF-16 without a mark: %j', (text) => {
    expect(decodeText(Buffer.from(text))).toMatchObject({
      encoding: 'utf-8',
      hadMark: false,
      text,
      problems: [],
    });
    const little = Buffer.from(text, 'utf16le');
    expect(decodeText(little)).toMatchObject({ encoding: 'utf-16le', text });
    expect(decodeText(Buffer.from(little).swap16())).toMatchObject({ encoding: 'utf-16be', text });
  });

  it('keeps UTF-8 with one broken character, and names its line', () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\ncafé,größe,ñ,ü,ö\nx'),
      Buffer.from([0xe9]),
      Buffer.from('\né'),
    ]);
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toBe('a,b\ncafé,größe,ñ,ü,ö\nx\ufffd\né');
    expect(decoded.problems).toEqual([{ line: 3, code: 'characters-broken', params: {}, severity: 'note' }]);
  });

  it('drops NUL and a lone last byte with a note', () => {
    expect(decodeText(Buffer.from('a,b\nc\0d,e'))).toMatchObject({
      text: 'a,b\ncd,e',
      problems: [{ line: 2, code: 'nul-removed' }],
    });
    const odd = decodeText(Buffer.concat([Buffer.from('\ufeffa,b', 'utf16le'), Buffer.from([65])]));
    expect(odd.problems).toHaveLength(1);
  });

  it('refuses a file beyond the limit', () => {
    expect(decodeText(new Uint8Array(csvLimits.bytes + 1)).problems).toMatchObject([
      { code: 'file-too-large', severity: 'error' },
    ]);
  });

  it('reads characters that lie across two slices', () => {
    const text = `a${'é'.repeat(700_000)}😀${'漢'.repeat(500_000)}`;
    expect(decodeText(Buffer.from(text)).text).toBe(text);
    expect(decodeText(Buffer.from(text, 'utf16le'), 'utf-16le').text).toBe(text);
    expect(decodeText(Buffer.from(text, 'utf16le').swap16(), 'utf-16be').text).toBe(text);
  });
});

describe('work in slices', () => {
  function* count(): Generator<number, string, void> {
    for (let step = 1; step <= 5; step += 1) yield step;
    return 'done';
  }

  it('gives the same as at once, with progress, and lets others run in between', async () => {
    const seen: number[] = [];
    const others: number[] = [];
    setImmediate(() => others.push(seen.length));
    const result = await runInSlices(count(), { onProgress: (done) => seen.push(done) });
    expect(others).toEqual([1]);
    expect([result, seen]).toEqual([finishSteps(count()), [1, 2, 3, 4, 5]]);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const running = runInSlices(count(), {
      signal: stop.signal,
      onProgress: (done) => done === 3 && stop.abort(),
    });
    await expect(running).rejects.toThrow(/abort/i);
  });
});
