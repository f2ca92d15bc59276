import { guarded } from './guard.ts';

/** What Electron's own command line means: `[-r module]… [switches] <folder or file> [arguments]`. */
export type ElectronCommandLine = {
  readonly requires: readonly string[];
  readonly application: string | null;
  readonly switches: ReadonlyMap<string, string>;
};

/** Reads Electron's arguments. Switches count wherever they stand, up to a bare `--`, as in Chromium. */
export function parseCommandLine(argv: readonly string[]): ElectronCommandLine {
  const requires: string[] = [];
  const switches = new Map<string, string>();
  let application: string | null = null;
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (word === '--') break;
    if (application === null && (word === '-r' || word === '--require')) {
      i += 1;
      requires.push(argv[i] ?? '');
    } else if (word.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]*)=?([\s\S]*)$/.exec(word) ?? [];
      switches.set(name.toLowerCase(), value);
    } else if (!word.startsWith('-') && application === null) {
      application = word;
    }
  }
  return { requires, application, switches };
}

const switches = new Map(parseCommandLine(process.argv.slice(2)).switches);
const forChromium = new Map<string, string>();

/** `app.commandLine`. Switches appended here reach Chromium, because it starts after the application's main. */
export const commandLine = guarded('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    switches.set(name.toLowerCase(), value);
    forChromium.set(name.toLowerCase(), value);
  },
  appendArgument(value: string): void {
    forChromium.set(value.replace(/^--/, ''), '');
  },
  hasSwitch(name: string): boolean {
    return switches.has(name);
  },
  getSwitchValue(name: string): string {
    return switches.get(name) ?? '';
  },
  removeSwitch(name: string): void {
    switches.delete(name);
    forChromium.delete(name);
  },
} satisfies Electron.CommandLine);

/** The switches that the application asked Chromium for. */
export function switchesForChromium(): ReadonlyMap<string, string> {
  return forChromium;
}
