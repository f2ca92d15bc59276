import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../source-files.ts';
import { bootPackage, standinProgram } from './boot-package.ts';
import { type Finding, inspectPackage } from './inspect-package.ts';
import { pack } from './pack.ts';
import type { Platform } from './skeleton.ts';

function versionOf(path: string): string {
  return (JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as { readonly version: string }).version;
}

/** Everything that is found about one system's package; a packer that fails is a finding too. */
async function findings(platform: Platform): Promise<readonly Finding[]> {
  try {
    const packed = pack(
      platform,
      versionOf('node_modules/electron/package.json'),
      join(projectRoot, '.cache/packages'),
    );
    const found = await inspectPackage(packed, projectRoot, versionOf('package.json'));
    const bootable = platform === 'linux' && process.platform === 'linux' && process.arch === 'x64';
    if (!bootable || !existsSync(standinProgram)) return found;
    return [
      ...found,
      { name: 'starts on the stand-in, outside the project', faults: await bootPackage(packed.asar) },
    ];
  } catch (error) {
    return [{ name: 'packing', faults: [error instanceof Error ? error.message : String(error)] }];
  }
}

/** `node tools/package-check/check-packages.ts`: packs for three systems, looks into each, starts the Linux one. */
async function main(): Promise<void> {
  // Playwright rejects once more, where nobody waits, when a program dies at its start: the finding says it already.
  process.on('unhandledRejection', (reason) => process.stdout.write(`     also: ${String(reason)}\n`));
  let passed = 0;
  let failed = 0;
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    for (const { name, faults } of await findings(platform)) {
      if (faults.length === 0) passed += 1;
      else failed += 1;
      process.stdout.write(`${faults.length === 0 ? 'ok  ' : 'FAIL'} package ${platform}: ${name}\n`);
      for (const fault of faults)
        process.stdout.write(`       ${fault.trimEnd().replaceAll('\n', '\n       ')}\n`);
    }
  }
  const results = join(projectRoot, '.cache/results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'packages.json'), JSON.stringify({ passed, failed }));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
