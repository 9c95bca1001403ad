import { createWork, type Job } from './jobs.ts';

const work = await createWork();
process.on('message', (job: Job) => {
  void work(job).then((done) => process.send?.(done));
});
process.send?.('ready');
