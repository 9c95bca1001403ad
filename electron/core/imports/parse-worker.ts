import { parentPort, workerData } from 'node:worker_threads';
import { runParseJob, type ParseJob } from './parse-job.ts';

/** Entry of the thread that reads and writes spreadsheets: one job, one answer, then it ends. */
if (parentPort === null) throw new Error('the parse worker runs as a thread only');
parentPort.postMessage(await runParseJob(workerData as ParseJob));
