import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { contentFaults, expectedFiles } from './expected-files.ts';
import { fuses } from './flip-fuses.ts';
import type { Packed } from './pack.ts';

/** One thing that was looked at, and what was wrong with it. */
export type Finding = { readonly name: string; readonly faults: readonly string[] };

/** Files of an asar, folders left out, as paths with forward slashes. */
function filesOf(asar: string): readonly string[] {
  return listPackage(asar, { isPack: false })
    .map((path) => path.replace(/^[\\/]/u, ''))
    .filter((path) => !('files' in statFile(asar, path)))
    .map((path) => path.split(sep).join('/'));
}

/** Files under folders of the project, as paths from its root. */
export function filesUnder(root: string, folders: readonly string[]): readonly string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .map((path) => path.split(sep).join('/')),
    );
}

function contents({ asar, platform, arch }: Packed, root: string): Finding {
  const built = filesUnder(root, ['out/main', 'out/preload', 'out/renderer']);
  const data = filesUnder(root, ['migrations', 'resources']);
  return {
    name: 'contents',
    faults: contentFaults(filesOf(asar), expectedFiles(platform, arch, built, data)),
  };
}

function unpacked({ asar }: Packed): Finding {
  const folder = `${asar}.unpacked`;
  const outside = filesUnder(folder, ['.']).map((path) => path.replace(/^\.\//u, ''));
  const native = filesOf(asar).filter((path) => path.endsWith('.node'));
  const faults =
    outside.join() === native.join() ? [] : [`outside the asar lie ${outside.join(', ') || 'no files'}`];
  return { name: 'the SQLite library alone lies outside the asar', faults };
}

function manifest({ asar }: Packed, version: string): Finding {
  const found = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>;
  const faults = [
    ...(found.version === version ? [] : [`version is ${found.version}, not ${version}`]),
    ...(found.main === 'out/main/index.js' ? [] : [`main is ${found.main}`]),
    ...['devDependencies', 'scripts'].filter((key) => key in found).map((key) => `${key} ship`),
  ];
  return { name: 'package.json and version', faults };
}

async function burnt({ program }: Packed): Promise<Finding> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) };
  const states = Object.keys(wire).filter((key) => /^\d+$/u.test(key));
  const wanted: Readonly<Record<string, boolean>> = fuses;
  const faults = states
    .filter((key) => wire[key] !== (wanted[key] ? FuseState.ENABLE : FuseState.DISABLE))
    .map((key) => `${FuseV1Options[Number(key)]} is ${wire[key]}`);
  const undecided =
    Object.keys(wanted).length === states.length ? [] : [`${states.length} fuses are in the program`];
  return { name: 'fuses', faults: [...faults, ...undecided] };
}

/** macOS and Windows compare the asar's header with a hash kept in the program; Linux has no such place. */
function integrity({ asar, platform, folder, program }: Packed): Finding {
  const hash = createHash('sha256').update(getRawHeader(asar).headerString).digest('hex');
  const places = { darwin: join(program, 'Contents/Info.plist'), win32: program, linux: null };
  const place = places[platform];
  const kept = place === null || readFileSync(place).includes(hash);
  return { name: 'integrity hash', faults: kept ? [] : [`${folder} does not keep ${hash}`] };
}

/** Nothing in our own files tells where they were built, or knows of the stand-in. */
function traces({ asar }: Packed, root: string): Finding {
  const own = filesOf(asar).filter((path) => path.startsWith('out/'));
  const faults = own.filter((path) => {
    const text = extractFile(asar, path.split('/').join(sep)).toString('latin1');
    return text.includes(root) || /electron-standin|standin\.invalid/u.test(text);
  });
  return { name: 'no trace of the place of building', faults: faults.map((path) => `${path} has one`) };
}

/** Everything that is looked at in one package. */
export async function inspectPackage(
  packed: Packed,
  root: string,
  version: string,
): Promise<readonly Finding[]> {
  return [
    contents(packed, root),
    unpacked(packed),
    manifest(packed, version),
    await burnt(packed),
    integrity(packed),
    traces(packed, root),
  ];
}
