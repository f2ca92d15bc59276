import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { placeWarnings } from './place-warnings.ts';

const plain = { platform: 'win32', kindOf: () => null } as const;

it.each([
  ['C:\\Users\\Ana\\OneDrive\\Shop', ['synced']],
  ['C:\\Users\\Ana\\OneDrive - Corner Shop\\Shop', ['synced']],
  ['/Users/ana/Dropbox (Personal)/shop', ['synced']],
  ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs', ['synced']],
  ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@shop.example/My Drive', ['synced']],
  ['/home/ana/Nextcloud/shop', ['synced']],
  ['\\\\server\\share\\shop', ['network']],
  ['//server/share/Dropbox', ['synced', 'network']],
  ['C:\\Shop', []],
  ['/home/ana/shop', []],
  ['/home/ana/onedrive-backup-notes', []],
  ['/home/ana/Boxes', []],
  ['\\\\?\\C:\\Shop', []],
])('of %s are %j', (folder, warnings) => {
  expect(placeWarnings(folder, plain)).toEqual(warnings);
});

it('know a disk of another computer by its file system', () => {
  const on = (type: number) => placeWarnings('/mnt/shop', { platform: 'linux', kindOf: () => type });
  expect([on(0x6969), on(0xff534d42), on(0xef53), on(0)]).toEqual([['network'], ['network'], [], []]);
});

it('find nothing about a folder of this computer', () => {
  expect(placeWarnings(tmpdir())).toEqual([]);
});
