import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { seedHub, type SignIn } from './core/seed.ts';
import { ConfigError, readConfig, type HubConfig } from './server/config.ts';
import { startEmbedded, type EmbeddedServer } from './server/embedded.ts';
import { attachmentLane } from './server/attachment-lane.ts';
import { startNode, type HubNode } from './server/node.ts';
import { folderFiles, type BlobFiles } from './attachments/blob-files.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const isRoot = process.platform !== 'win32' && userInfo().uid === 0;

/** First passwords are shown once and kept in a file only this user reads, until the administrator has set others. */
const tellSignIns = (folder: string, made: readonly SignIn[]): void => {
  const file = join(folder, 'sign-ins.txt');
  const lines = made.map(({ role, name, loginName, password }) => `${role.padEnd(11)} ${loginName.padEnd(12)} ${password}   ${name}`);
  if (made.length > 0) {
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    say(`\nSign-ins (role, name, password), kept in ${file}:\n${lines.join('\n')}\n`);
  } else if (existsSync(file)) say(`Sign-ins of the first start: ${file}`);
};

const newEpochOption = '--new-epoch';

const isNewEpochAsked = (options: readonly string[]): boolean => {
  const unknown = options.find((option) => option !== newEpochOption);
  if (unknown !== undefined) throw new ConfigError(`${unknown} is no option of the hub; the only one is ${newEpochOption}`);
  return options.length > 0;
};

const run = async (config: HubConfig, isNewEpoch: boolean): Promise<void> => {
  mkdirSync(config.dataFolder, { recursive: true });
  // The embedded server's own user must reach its folder below; what is secret in it is readable by its owner alone.
  if (isRoot) chmodSync(config.dataFolder, 0o711);
  const embedded = config.databaseUrl === null ? await startEmbedded(config.dataFolder) : null;
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? '';
  const files = await filesOf(config);
  const node = await startNode({ config, connectionString, lanes: [attachmentLane(files, connectionString)], isNewEpoch });
  stopOnSignal(node, embedded);
  tellSignIns(config.dataFolder, await seedHub(node.ports, { adminOnly: embedded === null }));
  say(`Liubu hub is ready at ${node.url}`);
};

/** The client of an object store is large, and most hubs keep their files in their folder. */
const filesOf = async ({ objectStore, dataFolder }: HubConfig): Promise<BlobFiles> => {
  if (objectStore === null) return folderFiles(join(dataFolder, 'attachments'));
  const { s3Files } = await import('./attachments/s3-files.ts');
  return s3Files(objectStore);
};

const stopOnSignal = (node: HubNode, embedded: EmbeddedServer | null): void => {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await node.close();
    await embedded?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
};

try {
  await run(readConfig(process.env, { isRoot }), isNewEpochAsked(process.argv.slice(2)));
} catch (error) {
  const text =
    error instanceof ConfigError
      ? error.message
      : `The hub cannot start: ${error instanceof Error ? `${error.name} ${error.message}` : 'unknown'}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
