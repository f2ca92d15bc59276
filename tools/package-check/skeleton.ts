import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A system that Orderlla is packed for, by Electron's name for it. */
export type Platform = 'linux' | 'win32' | 'darwin';

/** What Electron's own program carries: the sentinel, wire version 1, nine fuses in the state it ships with. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

type Names = { readonly lang: number; readonly codepage: number };
type ResourceEditor = {
  readonly NtExecutable: { createEmpty(is32: boolean, isDll: boolean): { generate(): ArrayBuffer } };
  readonly NtExecutableResource: {
    from(executable: unknown): { readonly entries: unknown[]; outputResource(executable: unknown): void };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): {
        lang: number;
        setStringValues(names: Names, values: Readonly<Record<string, string>>): void;
        outputToResourceEntries(entries: unknown[]): void;
      };
    };
  };
};

/** The editor of Windows resources that electron-builder uses itself, found through it. */
export function resourceEditor(): ResourceEditor {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  return createRequire(builder.resolve('app-builder-lib'))('resedit') as ResourceEditor;
}

/** The smallest Windows program that resources can be written into, as Electron's has one version block. */
function windowsProgram(version: string): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = resourceEditor();
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = 1033;
  info.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', ProductVersion: version });
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  return Buffer.concat([Buffer.from(executable.generate()), fuseWire]);
}

function propertyList(name: string, version: string): string {
  const entries = {
    CFBundleExecutable: name,
    CFBundleName: name,
    CFBundleIdentifier: 'com.github.Electron',
    CFBundleVersion: version,
  };
  const rows = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${rows.join('')}</dict></plist>\n`;
}

function macFiles(version: string): Readonly<Record<string, string | Buffer>> {
  const contents = 'Electron.app/Contents';
  const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  return {
    [`${contents}/Info.plist`]: propertyList('Electron', version),
    [`${contents}/MacOS/Electron`]: 'program',
    [`${contents}/Resources/electron.icns`]: '',
    [`${contents}/Resources/en.lproj/locale.pak`]: '',
    [`${framework}/Electron Framework`]: fuseWire,
    [`${framework}/Resources/en.lproj/locale.pak`]: '',
    ...Object.fromEntries(
      helpers.flatMap((name) => [
        [`${contents}/Frameworks/${name}.app/Contents/Info.plist`, propertyList(name, version)],
        [`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, 'program'],
      ]),
    ),
  };
}

function distribution(platform: Platform, version: string): Readonly<Record<string, string | Buffer>> {
  const common = { version, LICENSE: '', 'LICENSES.chromium.html': '' };
  if (platform === 'darwin') return { ...common, ...macFiles(version) };
  const files = { ...common, 'locales/en-US.pak': '' };
  if (platform === 'win32') return { ...files, 'electron.exe': windowsProgram(version) };
  return { ...files, electron: Buffer.concat([Buffer.from('\x7fELF'), fuseWire]), 'chrome-sandbox': '' };
}

/**
 * Writes a distribution of Electron that holds nothing but what the packer touches: names, empty resources, a
 * program with the fuse bytes. With it packages can be made and looked into where Electron cannot be fetched.
 */
export function makeSkeleton(folder: string, platform: Platform, version: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(distribution(platform, version))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (/MacOS\/|^electron|sandbox$/u.test(path)) chmodSync(file, 0o755);
  }
}
