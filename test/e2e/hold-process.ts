import type { ElectronApplication } from 'playwright';

/** The processes beside main that may be held. */
type ServiceName = 'Orderlla reader' | 'Orderlla keeper';

/** The next process of this name is held as soon as it is there, so that it is busy for as long as it takes. */
export function holdNext(app: ElectronApplication, name: ServiceName): Promise<void> {
  return app.evaluate(({ utilityProcess }, wanted) => {
    const begin = utilityProcess.fork;
    Reflect.deleteProperty(globalThis, 'heldProcess');
    utilityProcess.fork = (module, words, options) => {
      const child = begin(module, words, options);
      if (options?.serviceName !== wanted) return child;
      utilityProcess.fork = begin;
      child.once('spawn', () => {
        process.kill(child.pid ?? 0, 'SIGSTOP');
        Reflect.set(globalThis, 'heldProcess', child.pid);
      });
      return child;
    };
  }, name);
}

/** The process that is held; null until it is there. */
export function heldProcess(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(() => (Reflect.get(globalThis, 'heldProcess') as number | undefined) ?? null);
}

export async function killHeld(app: ElectronApplication): Promise<void> {
  process.kill((await heldProcess(app)) ?? 0, 'SIGKILL');
}
