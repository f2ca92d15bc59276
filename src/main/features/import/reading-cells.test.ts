import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../../test/support/draft-of.ts';
import { cellText, readBarcodes, readCode, readFlag } from './cell-text.ts';
import { countVote, decideMark } from './decimal-mark.ts';
import { htmlToText } from './html-to-text.ts';

describe('decimal comma or point', () => {
  it.each([
    [['1.234,50'], ','],
    [['1,234.50'], '.'],
    [['12,5', '1.299'], ','],
    [['12.5', '1,299'], '.'],
    [['₹ 1 299.00'], '.'],
    [['1,29,999'], '.'],
    [['1.234.567'], ','],
    [['0,125'], ','],
    [['(5.00)', '5.00-'], '.'],
    [['1.299', '2.450'], ','],
    [['1,299'], '.'],
    [['12', '7'], null],
    [['12,50', '13,90', '14.90'], ','],
    [['١٢٫٥'], '.'],
  ] as const)('%j is %s', (cells, mark) => {
    const votes = { balance: 0, lone: 0 };
    for (const cell of cells) countVote(votes, cell);
    expect(decideMark(votes, 'group')).toBe(mark);
  });

  it('reads a column by what all its cells say', () => {
    const price = (rows: readonly string[], exponent = 2) =>
      draftOf(`Name;Price\n${rows.map((cell, index) => `P${index};${cell}`).join('\n')}\n`, {
        exponent,
      }).products.map((product) => product.price);
    expect(price(['1.234', '12,50', '1.234,50 €', '1 299,00'])).toEqual([123_400, 1250, 123_450, 129_900]);
    expect(price(['1,234', '12.50', '$1,234.50', "1'299.00"])).toEqual([123_400, 1250, 123_450, 129_900]);
    expect(price(['₹ 1,29,999.00', 'Rs. 500', '5.–'])).toEqual([12_999_900, 50_000, 500]);
    expect(price(['1.200', '300'], 0)).toEqual([1200, 300]);
    expect(price(['1.250', '0.500'], 3)).toEqual([1250, 500]);
  });
});

describe('cells', () => {
  it('unwraps what spreadsheets and guards put round a cell', () => {
    expect([cellText('="00123"'), cellText("'=1+1"), cellText(" 'tis\u0007 "), cellText('x\u0000')]).toEqual([
      '00123',
      '=1+1',
      "'tis",
      'x',
    ]);
    expect(readCode("'0012")).toEqual({ code: '0012', damaged: false });
    expect(readCode('17850.0')).toEqual({ code: '17850', damaged: false });
    expect(readCode('4,00638E+12')).toEqual({ code: '', damaged: true });
    expect(readBarcodes('978-3-16-148410-0; 4006381333931\n4006381333931')).toEqual({
      barcodes: ['9783161484100', '4006381333931'],
      damaged: false,
    });
    expect([readFlag('JA'), readFlag('Sí'), readFlag('nein'), readFlag('maybe')]).toEqual([
      true,
      true,
      false,
      null,
    ]);
  });
});

describe('descriptions as plain text', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['A<br/>B<BR>C', 'A\nB\nC'],
    ['<ul>\n <li>a</li>\n <li><b>b</b> c</li></ul>end', '• a\n• b c\n\nend'],
    ['<ul><li><p>a</p></li></ul>', '• a'],
    ['x<script type="a>b">alert("</p>")</script>y<style>p{}</style>z', 'xyz'],
    ['a<!-- <p>no</p> -->b', 'ab'],
    ['Fish &amp; chips &eacute;&#8364;&#x1F600;&#146;&nbsp;&unknown;', 'Fish & chips é€😀’ &unknown;'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['plain\ntext\r\n\r\n\r\nlines', 'plain\ntext\n\nlines'],
    ['<a href="x>y" title=\'q\'>link</a>', 'link'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<p>open <b', 'open <b'],
    ['<script>never closed', ''],
  ])('%j', (html, text) => expect(htmlToText(html)).toBe(text));

  it('leaves no tag whatever the markup, and never throws', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<br',
      '>',
      '<',
      '"',
      "'",
      '=',
      'a',
      ' ',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<li>',
      '<a href="',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(htmlToText(pieces.join(''))).not.toMatch(/<(?:p|li|script)>/);
      }),
      { numRuns: 3000 },
    );
  });

  it('is linear on hostile markup', () => {
    for (const piece of ['<a ', '<a "', '<a x="', '<!--', '&#', '<', '<li>', '"']) {
      expect(htmlToText(piece.repeat(100_000)).length).toBeLessThanOrEqual(piece.length * 100_000);
    }
  });
});
