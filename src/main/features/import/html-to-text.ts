import { longestCell } from './catalog-table.ts';
import { decodeEntities } from './html-entities.ts';

/** Elements whose content is no text. */
const dropped = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'svg',
  'object',
  'textarea',
  'select',
]);
const paragraphs = new Set(
  'p div section article header footer h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr form main aside nav center'.split(
    ' ',
  ),
);
const lines = new Set('br li tr dt dd figcaption caption option summary'.split(' '));

/** Tags with which names are set in bold, raised or broken. */
const nameTags = /<\/?(?:b|big|br|em|font|i|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*|\/)?>/gi;

/**
 * A name as plain text, in one line: without the tags that set it in bold or break it, entities as characters. Any other
 * `<…>` may be meant (`Cable <USB>`) and stays. `hadMarkup` where tags were taken off. All of a name is never taken off.
 */
export function plainName(text: string): { readonly name: string; readonly hadMarkup: boolean } {
  const bare = text.includes('<') ? text.replace(nameTags, (tag) => (/^<br/i.test(tag) ? ' ' : '')) : text;
  const tidied = (given: string): string =>
    decodeEntities(given)
      .replace(/[\u00ad\u200b\u2060\ufeff]|[^\P{Cc}\s]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  const name = tidied(bare);
  return name === '' ? { name: tidied(text), hadMarkup: false } : { name, hadMarkup: bare !== text };
}

type Tag = { readonly name: string; readonly isEnd: boolean; readonly end: number };

/** So much of a text without tags is taken at once. */
const pieceLength = 16 * 1024;

/**
 * A description as plain text: paragraphs parted by an empty line, list items on lines of their own with
 * a bullet, table cells by a blank, entities as characters; no tags, and nothing of scripts, styles or
 * comments. Text without block tags keeps its own line breaks. Linear in its length whatever the input, and read no
 * further than any field could hold: what comes out then is longer than that.
 */
export function htmlToText(html: string): string {
  const isBlocks = /<(?:p|br|div|li|ul|ol|h[1-6]|table|tr)\b/i.test(html);
  const page = createPage(isBlocks);
  let honoursQuotes = true;
  let place = 0;
  while (place < html.length && !page.isFull()) {
    const open = html.indexOf('<', place);
    page.addText(html, place, open < 0 ? html.length : open);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      place = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = readTag(html, open, honoursQuotes);
    if (tag === null) {
      page.add('<');
      place = open + 1;
      continue;
    }
    if (tag.end < 0) honoursQuotes = false;
    place = tag.end < 0 ? html.indexOf('>', open) + 1 : tag.end;
    if (place === 0) {
      // No tag ends after this: the rest is text.
      page.addText(html, open, html.length);
      break;
    }
    if (!tag.isEnd && dropped.has(tag.name)) place = endOfElement(html, tag.name, place);
    page.add(breakOf(tag));
  }
  return page.tidied();
}

/** Of so much text some is tidied away, so that it is known whether it is enough. */
const mostRaw = longestCell * 3;

function createPage(isBlocks: boolean) {
  let text = '';
  let isFull = false;
  const add = (piece: string): void => {
    text += piece;
    if (text.length <= mostRaw) return;
    // A sign at the end keeps the blanks before it, which part what comes next from it.
    text = tidy(`${text}|`).slice(0, -1);
    isFull = text.length > longestCell;
  };
  return {
    add,
    /** Text from one place to another, with its entities as characters. */
    addText(html: string, from: number, to: number): void {
      for (let place = from; place < to && !isFull; ) {
        let end = Math.min(to, place + pieceLength);
        // Never in the middle of an entity.
        const mark = end < to ? html.lastIndexOf('&', end) : -1;
        if (mark > place && mark > end - 12) end = mark;
        const piece = html.slice(place, end);
        add(decodeEntities(isBlocks ? piece.replace(/\s+/g, ' ') : piece));
        place = end;
      }
    },
    isFull: () => isFull,
    tidied: () => tidy(text),
  };
}

const tagStart = /<(\/?)([a-z!?][a-z\d:-]{0,38})/iy;

/** The tag that begins at `<`, null when it is only a sign; `end` is −1 when its quotes never close. */
function readTag(html: string, open: number, honoursQuotes: boolean): Tag | null {
  tagStart.lastIndex = open;
  const match = tagStart.exec(html);
  if (match === null) return null;
  const tag = { name: (match[2] ?? '').toLowerCase(), isEnd: match[1] === '/' };
  if (!honoursQuotes) return { ...tag, end: -1 };
  let quote = '';
  for (let place = open + match[0].length; place < html.length; place += 1) {
    const character = html.charAt(place);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && html[place - 1] === '=') quote = character;
    else if (character === '>') return { ...tag, end: place + 1 };
  }
  return { ...tag, end: -1 };
}

const endTags = new Map([...dropped].map((name) => [name, new RegExp(`</${name}\\b[^>]*>?`, 'gi')]));

/** Just after the end tag of an element whose content is dropped; the end of the text when it has none. */
function endOfElement(html: string, name: string, from: number): number {
  const end = endTags.get(name);
  if (!end) return from;
  end.lastIndex = from;
  const match = end.exec(html);
  return match === null ? html.length : match.index + match[0].length;
}

function breakOf(tag: Tag): string {
  if (paragraphs.has(tag.name)) return '\n\n';
  if (tag.name === 'li') return tag.isEnd ? '\n' : '\n• ';
  // An end tag says nothing new: the next line's start tag breaks.
  if (lines.has(tag.name)) return tag.isEnd && tag.name !== 'br' ? '' : '\n';
  return tag.name === 'td' || tag.name === 'th' ? ' ' : '';
}

/** Single blanks, at most one empty line in a row, no invisible characters, nothing at the edges. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/(?<=^|\n)•\n+/g, '• ')
    .replace(/\n+(?=• )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
