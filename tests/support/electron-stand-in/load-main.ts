import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const facade = new URL('./facade.mjs', import.meta.url).href;
const nativeImport = createRequire(import.meta.url)('./native-import.cjs') as (address: string) => Promise<unknown>;
const registry = Symbol.for('liubu.electron-stand-in');

const startedApps = (): Map<string, object> => {
  const holder = globalThis as unknown as Record<symbol, Map<string, object> | undefined>;
  const known = holder[registry] ?? new Map<string, object>();
  if (holder[registry] === undefined) {
    holder[registry] = known;
    resolveElectronToFacade();
  }
  return known;
};

/** `electron` resolves to the stand-in, and every module of one started app carries its number, so each start is fresh. */
const resolveElectronToFacade = (): void => {
  registerHooks({
    resolve: (specifier, context, next) => {
      const number = context.parentURL === undefined ? null : new URL(context.parentURL, 'file:///').searchParams.get('app');
      if (number === null) return next(specifier, context);
      if (specifier === 'electron') return { url: `${facade}?app=${number}`, shortCircuit: true };
      const found = next(specifier, context);
      return specifier.startsWith('.') ? { ...found, url: `${found.url}?app=${number}` } : found;
    },
  });
};

/** Runs a built main bundle against a stand-in module. */
export const loadMain = async (path: string, electron: object): Promise<void> => {
  const apps = startedApps();
  const number = String(apps.size + 1);
  apps.set(number, electron);
  await nativeImport(`${pathToFileURL(path).href}?app=${number}`);
};
