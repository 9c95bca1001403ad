/** Child process: a real node of the hub over the given PostgreSQL, seeded. Prints its port and the handler's sign-in. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { seedHub } from '../../../hub/core/seed.ts';
import { startNode } from '../../../hub/server/node.ts';
import { tellCounts } from './counted-sockets.ts';
import { hubTasks } from './hub-content.ts';

tellCounts();
const [, , , server = ''] = process.argv;
const name = `bench_${randomBytes(6).toString('hex')}`;
const admin = new pg.Client({ connectionString: server });
await admin.connect();
await admin.query(`CREATE DATABASE ${name}`);
await admin.end();
const connection = new URL(server);
connection.pathname = `/${name}`;
const config = { host: '127.0.0.1', port: 0, exposure: { kind: 'loopback' }, requestsPerMinute: 1_000_000 } as const;
const node = await startNode({ config, connectionString: connection.href, logLevel: 'silent' });
const tasks = hubTasks(node) as Record<string, (given: never) => Promise<unknown>>;
process.on('message', (message: { task?: string; given?: never }) => {
  if (message.task === undefined) return;
  void tasks[message.task]?.(message.given as never).then(
    (reply) => process.send?.({ reply }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
const signIns = await seedHub(node.ports, { adminOnly: false });
const handler = signIns.find(({ loginName }) => loginName === 'handler');
console.log(JSON.stringify({ port: Number(new URL(node.url).port), password: handler?.password ?? '', database: connection.href }));
process.once('SIGTERM', () => void node.close().then(() => process.exit(0)));
