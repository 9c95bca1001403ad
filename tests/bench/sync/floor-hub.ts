/** Child process: the least a hub can do. It takes batches as JSON, inserts them durably into bare SQLite, and gives them out again. */
import { createServer } from 'node:http';
import { bareTable } from './bare-table.ts';
import { tellCounts } from './counted-sockets.ts';

tellCounts();
const table = bareTable(`${process.argv[2] ?? ''}/hub.db`);
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    const after = Number(new URL(request.url ?? '/', 'http://floor').searchParams.get('after'));
    response.end(JSON.stringify(table.page(after)));
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    table.insert(JSON.parse(Buffer.concat(parts).toString()));
    response.end('{}');
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as { port: number }).port })));
