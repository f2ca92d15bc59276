import { type ByteReader, createByteReader } from './byte-reader.ts';
import { checkProfile } from './check-profile.ts';
import { checkSize, damaged, type PictureSize } from './picture-limits.ts';

const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  jfif: 0xe0,
  profile: 0xe2,
  huffman: 0xc4,
  quantum: 0xdb,
  restart: 0xdd,
};
const frames = new Set([0xc0, 0xc1, 0xc2]);
const profileName = 'ICC_PROFILE\u0000\u0001\u0001';

type Seen = {
  size: PictureSize | null;
  components: number;
  scans: number;
  hasProfile: boolean;
  tables: number;
};

/**
 * The size of a JPEG that is exactly one picture: a header without a preview, tables, one frame, its scans, and its
 * end where the file ends. No comment, no camera's notes, nothing between or behind.
 * @throws AppError `picture-damaged`, `picture-too-large`.
 */
export function readJpeg(bytes: Uint8Array): PictureSize {
  const reader = createByteReader(bytes);
  if (nextMarker(reader) !== marker.start) throw damaged('no start');
  const seen: Seen = { size: null, components: 0, scans: 0, hasProfile: false, tables: 0 };
  for (let isFirst = true; ; isFirst = false) {
    const kind = nextMarker(reader);
    if (kind === marker.end) break;
    const segment = createByteReader(reader.take(lengthOf(reader)));
    readSegment(kind, segment, seen, isFirst);
    if (segment.left > 0) throw damaged('a part of the wrong size');
    if (kind === marker.scan) skipScan(reader);
  }
  if (reader.left > 0) throw damaged('something behind its end');
  if (seen.size === null || seen.scans === 0) throw damaged('no picture');
  return seen.size;
}

function nextMarker(reader: ByteReader): number {
  if (reader.byte() !== 0xff) throw damaged('something between its parts');
  return reader.byte();
}

function lengthOf(reader: ByteReader): number {
  const length = reader.uint16();
  if (length < 2) throw damaged('a part of the wrong size');
  return length - 2;
}

function readSegment(kind: number, segment: ByteReader, seen: Seen, isFirst: boolean): void {
  if (kind === marker.jfif && isFirst) readJfif(segment);
  else if (kind === marker.profile && !seen.hasProfile && seen.size === null) {
    if (segment.ascii(profileName.length) !== profileName) throw damaged('an unknown part');
    checkProfile(segment.take(segment.left));
    seen.hasProfile = true;
  } else if (kind === marker.quantum) readQuanta(segment, seen);
  else if (kind === marker.huffman) readHuffman(segment, seen);
  else if (kind === marker.restart) segment.uint16();
  else if (frames.has(kind) && seen.size === null) readFrame(segment, seen);
  else if (kind === marker.scan && seen.size !== null) readScan(segment, seen);
  else throw damaged('an unknown part');
}

function readJfif(segment: ByteReader): void {
  if (segment.ascii(5) !== 'JFIF\u0000' || segment.byte() !== 1) throw damaged('an unknown header');
  segment.take(6);
  // A small picture inside the picture: nobody asked for a second one.
  if (segment.uint16() !== 0) throw damaged('a preview');
}

/** The file of a picture has four of each table at most, and may renew them before each scan. */
function countTable(seen: Seen): void {
  seen.tables += 1;
  if (seen.tables > 200) throw damaged('too many tables');
}

function readQuanta(segment: ByteReader, seen: Seen): void {
  while (segment.left > 0) {
    const [precision, id] = nibbles(segment);
    if (precision > 1 || id > 3) throw damaged('an unknown table');
    segment.take(64 * (precision + 1));
    countTable(seen);
  }
}

function readHuffman(segment: ByteReader, seen: Seen): void {
  while (segment.left > 0) {
    const [kind, id] = nibbles(segment);
    const codes = segment.take(16).reduce((sum, count) => sum + count, 0);
    if (kind > 1 || id > 3 || codes > 256) throw damaged('an unknown table');
    segment.take(codes);
    countTable(seen);
  }
}

function readFrame(segment: ByteReader, seen: Seen): void {
  const precision = segment.byte();
  const height = segment.uint16();
  const width = segment.uint16();
  seen.size = checkSize({ width, height });
  seen.components = segment.byte();
  if (precision !== 8 || (seen.components !== 1 && seen.components !== 3)) throw damaged('unknown colours');
  for (let component = 0; component < seen.components; component += 1) {
    segment.byte();
    const [across, down] = nibbles(segment);
    if (across < 1 || across > 4 || down < 1 || down > 4 || segment.byte() > 3)
      throw damaged('unknown colours');
  }
}

function readScan(segment: ByteReader, seen: Seen): void {
  const components = segment.byte();
  if (components < 1 || components > seen.components) throw damaged('unknown colours');
  segment.take(components * 2);
  segment.take(3);
  seen.scans += 1;
  // A progressive picture has about ten; thousands would only keep a computer busy.
  if (seen.scans > 64) throw damaged('too many scans');
}

/** Passes over coded pixels: to the next marker that is not part of them. */
function skipScan(reader: ByteReader): void {
  const [first, second] = reader.ahead(2);
  if (first === 0xff && second !== 0) throw damaged('no pixels');
  for (;;) {
    reader.skipTo(0xff);
    const [, next = 0] = reader.ahead(2);
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return;
    reader.take(2);
  }
}

function nibbles(reader: ByteReader): readonly [number, number] {
  const byte = reader.byte();
  return [byte >> 4, byte & 15];
}
