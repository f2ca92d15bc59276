import type { PageTarget } from '../browser/chromium.ts';
import { mappedSchemes, toAppUrl } from '../browser/scheme-map.ts';
import { isStartPage } from '../browser/start-page.ts';
import { commandLine } from '../command-line.ts';
import { quietly } from '../debug.ts';
import { mainWorldSource, PRELOAD_WORLD, preloadWorldSource } from '../page/page-sources.ts';
import { applyColorScheme } from './emulation.ts';
import { createEvent } from './event.ts';
import { SYNC_PATH } from './requests.ts';
import { currentBrowser, SECRET } from './state.ts';
import type { StandinWebContents } from './web-contents.ts';

const BINDING = `${SECRET}Post`;

/** The part of `process` that a sandboxed preload sees. */
function preloadProcess(): Readonly<Record<string, unknown>> {
  return {
    platform: process.platform,
    arch: process.arch,
    pid: process.pid,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    versions: { ...process.versions },
    version: process.version,
    env: { ...process.env },
    argv: process.argv,
    execPath: process.execPath,
  };
}

function preloadSource(contents: StandinWebContents): string {
  const options = {
    secret: SECRET,
    binding: BINDING,
    syncPath: SYNC_PATH,
    schemes: mappedSchemes(),
    process: preloadProcess(),
  };
  try {
    return preloadWorldSource(options, contents.preload);
  } catch (error) {
    console.error(`Unable to load preload script: ${contents.preload}`, error);
    setImmediate(() => contents.emit('preload-error', createEvent({}), contents.preload ?? '', error));
    return preloadWorldSource(options, null);
  }
}

/** Puts the two worlds into a page and lets it run. */
export async function startPage(contents: StandinWebContents, { session }: PageTarget): Promise<void> {
  const scripts = [
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Log.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: mainWorldSource(SECRET),
    }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadSource(contents),
      worldName: PRELOAD_WORLD,
    }),
  ];
  applyColorScheme(contents);
  await Promise.all([...scripts, session.send('Runtime.runIfWaitingForDebugger')]);
}

function watchContexts(contents: StandinWebContents, { session, targetId }: PageTarget): void {
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
    if (frameId === targetId && context.name === PRELOAD_WORLD) contents.messages.setContext(context.id);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === contents.messages.contextId) contents.messages.setContext(null);
  });
  session.on('Runtime.executionContextsCleared', () => contents.messages.setContext(null));
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === BINDING) contents.messages.receive(payload, executionContextId);
  });
}

function watchFrames(contents: StandinWebContents, { session, targetId }: PageTarget): void {
  const { navigation } = contents;
  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => contents.addFrame(frameId, parentFrameId));
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason !== 'swap') contents.removeFrame(frameId);
  });
  session.on('Page.frameRequestedNavigation', ({ frameId, url }) => navigation.requestedByPage(frameId, url));
  session.on('Page.frameNavigated', ({ frame }) => {
    contents.frame(frame.id)?.navigated(frame.url);
    if (frame.id === targetId && (navigation.begun || !isStartPage(frame.url)))
      navigation.committed(frame.url, frame.loaderId);
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    contents.frame(frameId)?.navigated(url);
    if (frameId === targetId) navigation.movedWithin(url);
  });
  session.on(
    'Page.frameStartedLoading',
    ({ frameId }) => frameId === targetId && navigation.setLoading(true),
  );
  session.on(
    'Page.frameStoppedLoading',
    ({ frameId }) => frameId === targetId && navigation.setLoading(false),
  );
  session.on('Page.lifecycleEvent', ({ frameId, name, loaderId }) => {
    if (frameId !== targetId || !navigation.begun) return;
    if (name === 'DOMContentLoaded') {
      applyColorScheme(contents);
      contents.emit('dom-ready', createEvent({}));
    } else if (name === 'load') {
      applyColorScheme(contents);
      navigation.loaded(loaderId);
    }
    if (name === 'load' || name === 'firstPaint') contents.owner?.painted();
  });
}

const LEVELS: Readonly<Record<string, 'info' | 'warning' | 'error' | 'debug'>> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
};

function watchConsole(contents: StandinWebContents, { session }: PageTarget): void {
  const report = (level: string, text: string, line: number, source: string): void => {
    const details = {
      message: toAppUrl(text),
      level: LEVELS[level] ?? 'info',
      lineNumber: line,
      sourceId: toAppUrl(source),
      frame: contents.topFrame,
    };
    contents.emit(
      'console-message',
      createEvent(details),
      ['debug', 'info', 'warning', 'error'].indexOf(details.level),
      details.message,
      line,
      details.sourceId,
    );
  };
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const text = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
    const [top] = stackTrace?.callFrames ?? [];
    report(type, text, top?.lineNumber ?? 0, top?.url ?? '');
  });
  session.on('Log.entryAdded', ({ entry }) =>
    report(entry.level, entry.text, entry.lineNumber ?? 0, entry.url ?? ''),
  );
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { exception, text, lineNumber, url } = exceptionDetails;
    report('error', `Uncaught ${exception?.description ?? text}`, lineNumber, url ?? '');
  });
}

function watchDialogs(contents: StandinWebContents, { session }: PageTarget): void {
  session.on('Page.javascriptDialogOpening', ({ type }) => {
    if (type === 'beforeunload') {
      const event = createEvent({});
      contents.emit('will-prevent-unload', event);
      // Preventing the page's own prevention lets it go.
      quietly(session.send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented }));
      if (!event.defaultPrevented) contents.owner?.stayedOpen();
    } else if (!commandLine.hasSwitch('remote-debugging-port') && currentBrowser()?.headless) {
      // Nobody can see it and no test answers it: the page must not wait for ever.
      quietly(session.send('Page.handleJavaScriptDialog', { accept: false }));
    }
  });
}

/** Turns what the browser tells of a page into what Electron tells the application. */
export function watchPage(contents: StandinWebContents, page: PageTarget): void {
  watchContexts(contents, page);
  watchFrames(contents, page);
  watchConsole(contents, page);
  watchDialogs(contents, page);
  page.session.on('Page.windowOpen', (request) => contents.popups.requested(request));
}
