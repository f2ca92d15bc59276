import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../source-files.ts';
import { makeSkeleton, type Platform } from './skeleton.ts';

/** A packed application: its folder, and where its asar and the program with the fuses are. */
export type Packed = {
  readonly platform: Platform;
  readonly arch: string;
  readonly folder: string;
  readonly asar: string;
  readonly program: string;
};

const layout: Readonly<
  Record<Platform, { option: string; folder: string; resources: string; program: string }>
> = {
  linux: { option: '--linux', folder: 'linux-unpacked', resources: 'resources', program: 'orderlla' },
  win32: { option: '--win', folder: 'win-unpacked', resources: 'resources', program: 'Orderlla.exe' },
  darwin: {
    option: '--mac',
    folder: 'mac',
    resources: 'Orderlla.app/Contents/Resources',
    program: 'Orderlla.app',
  },
};

/** An address that nothing listens on: a packer that asked the network for something would fail, not wait. */
const nowhere = 'http://127.0.0.1:9';

/**
 * Packs the built application for a system around a skeleton of Electron, without the network.
 * Throws with the packer's own words when it fails.
 */
export function pack(platform: Platform, version: string, cache: string): Packed {
  const { option, folder, resources, program } = layout[platform];
  const skeleton = join(cache, `electron-${platform}`);
  const output = join(cache, `packed-${platform}`);
  makeSkeleton(skeleton, platform, version);
  rmSync(output, { recursive: true, force: true });
  const cli = join(projectRoot, 'node_modules/electron-builder/cli.js');
  const settings = [`-c.electronDist=${skeleton}`, `-c.directories.output=${output}`, '--publish', 'never'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, option, 'dir', '--x64', ...settings], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      NO_PROXY: '',
      CSC_IDENTITY_AUTO_DISCOVERY: 'false',
    },
  });
  if (status !== 0)
    throw new Error(`electron-builder ${option} ended with code ${status}\n${stdout}${stderr}`);
  const root = join(output, folder);
  return {
    platform,
    arch: 'x64',
    folder: root,
    asar: join(root, resources, 'app.asar'),
    program: join(root, program),
  };
}
