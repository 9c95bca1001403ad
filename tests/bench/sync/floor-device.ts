/** Child process: the least a device can do. `push` sends the rows it holds in batches, `pull` inserts durably what the hub gives. */
import { bareTable } from './bare-table.ts';
import { cpuMs } from './counted-sockets.ts';
import { corpus, corpusSize } from './corpus.ts';

const [, , way = '', folder = '', url = ''] = process.argv;
const table = bareTable(`${folder}/${way}.db`);

const push = async (): Promise<number> => {
  let after = 0;
  for (;;) {
    const page = table.page(after);
    if (page.length === 0) return corpusSize;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(page.map(({ document }) => document)) });
    await answer.text();
    after = page.at(-1)?.n ?? 0;
  }
};

const pull = async (): Promise<number> => {
  let after = 0;
  for (;;) {
    const page = (await (await fetch(`${url}?after=${after}`)).json()) as ReturnType<typeof table.page>;
    if (page.length === 0) return table.count();
    table.insert(page.map(({ document }) => document));
    after = page.at(-1)?.n ?? 0;
  }
};

if (way === 'push') table.insert(corpus());
const began = performance.now();
const cpuBefore = cpuMs();
const there = await (way === 'push' ? push() : pull());
const ms = performance.now() - began;
const cpu = cpuMs() - cpuBefore;
if (there !== corpusSize) throw new Error(`${way}: ${there} of ${corpusSize} documents`);
console.log(JSON.stringify({ ms, cpuMs: cpu, rssMb: process.resourceUsage().maxRSS / 1_024 }));
table.close();
process.exit(0);
