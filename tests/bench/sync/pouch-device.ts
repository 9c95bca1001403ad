/** Child process: a PouchDB that holds the corpus and pushes it (`push`), or an empty one that pulls it (`pull`). Prints its time. */
import PouchDB from 'pouchdb';
import { cpuMs } from './counted-sockets.ts';
import { corpus, corpusSize } from './corpus.ts';

const [, , way = '', folder = '', url = ''] = process.argv;
const local = new PouchDB(`${folder}/${way}`);
const hub = new PouchDB(`${url}/logs`);
if (way === 'push') await local.bulkDocs(corpus().map(({ id, ...rest }) => ({ _id: id, ...rest })));
const began = performance.now();
const cpuBefore = cpuMs();
const done = await (way === 'push' ? local.replicate.to(hub) : local.replicate.from(hub));
const ms = performance.now() - began;
const cpu = cpuMs() - cpuBefore;
const there = (await (way === 'push' ? hub : local).info()).doc_count;
if (!done.ok || there !== corpusSize) throw new Error(`${way}: ${there} of ${corpusSize} documents arrived`);
console.log(JSON.stringify({ ms, cpuMs: cpu, rssMb: process.resourceUsage().maxRSS / 1_024 }));
await local.close();
process.exit(0);
