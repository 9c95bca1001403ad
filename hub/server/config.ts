import { homedir } from 'node:os';
import { join } from 'node:path';

/** How the hub is reached: plain only on loopback, else with its own certificate or behind a proxy that ends TLS. */
export type Exposure = { kind: 'loopback' } | { kind: 'tls'; keyFile: string; certFile: string } | { kind: 'proxy' };

export type HubConfig = {
  host: string;
  port: number;
  dataFolder: string;
  /** Null: the embedded server in the data folder. */
  databaseUrl: string | null;
  exposure: Exposure;
  requestsPerMinute: number;
  /** Null: attachments lie in the data folder, which then all nodes must share. */
  objectStore: ObjectStore | null;
};

/** An S3-compatible store. */
export type ObjectStore = { bucket: string; region: string; endpoint: string; accessKeyId: string; secretAccessKey: string };

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** Wrong settings stop the start with a sentence that says what to do. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

export const readConfig = (env: Environment, { isRoot }: { isRoot: boolean }): HubConfig => {
  const host = env['LIUBU_HUB_HOST'] ?? '127.0.0.1';
  return {
    host,
    port: wholeNumber(env, 'LIUBU_HUB_PORT', 8_480),
    dataFolder: env['LIUBU_HUB_DATA'] ?? defaultFolder(env, isRoot),
    databaseUrl: env['DATABASE_URL'] ?? null,
    exposure: exposureOf(env, host),
    requestsPerMinute: wholeNumber(env, 'LIUBU_HUB_REQUESTS_PER_MINUTE', 1_200),
    objectStore: objectStoreOf(env),
  };
};

/** The embedded server runs as a user of its own under root, who cannot reach root's home. */
const defaultFolder = (env: Environment, isRoot: boolean): string => {
  if (isRoot) return '/var/lib/liubu-hub';
  if (process.platform === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'LiubuHub');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'liubu-hub');
};

const exposureOf = (env: Environment, host: string): Exposure => {
  const [keyFile, certFile] = [env['LIUBU_HUB_TLS_KEY'], env['LIUBU_HUB_TLS_CERT']];
  if (keyFile !== undefined && certFile !== undefined) return { kind: 'tls', keyFile, certFile };
  if (env['LIUBU_HUB_TLS'] === 'proxy') return { kind: 'proxy' };
  if (loopback.includes(host)) return { kind: 'loopback' };
  throw new ConfigError(
    `${host} is not this machine alone: give LIUBU_HUB_TLS_KEY and LIUBU_HUB_TLS_CERT, or LIUBU_HUB_TLS=proxy behind a proxy that ends TLS`,
  );
};

const objectStoreOf = (env: Environment): ObjectStore | null => {
  const bucket = env['LIUBU_HUB_S3_BUCKET'];
  if (bucket === undefined) return null;
  const needed = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw new ConfigError(`LIUBU_HUB_S3_BUCKET also needs ${name}`);
    return value;
  };
  return {
    bucket,
    region: env['LIUBU_HUB_S3_REGION'] ?? 'us-east-1',
    endpoint: needed('LIUBU_HUB_S3_ENDPOINT'),
    accessKeyId: needed('LIUBU_HUB_S3_KEY'),
    secretAccessKey: needed('LIUBU_HUB_S3_SECRET'),
  };
};

const wholeNumber = (env: Environment, name: string, otherwise: number): number => {
  const text = env[name];
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new ConfigError(`${name} must be a whole number`);
  return Number(text);
};
