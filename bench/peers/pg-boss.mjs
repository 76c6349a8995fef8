// pg-boss: jobs due within ten seconds, overdue, or far away. A job only; no state of a workflow is written.
import PgBoss from 'pg-boss';
import { serve, until } from './figures.mjs';

const BatchSize = 500;
const boss = new PgBoss({ connectionString: process.argv[2], max: 10, supervise: false });
boss.on('error', console.error);
await boss.start();
await boss.createQueue('timers');

async function add(count, begin, milliseconds) {
  for (let i = 0; i < count; i += 1000) {
    await boss.insert(Array.from({ length: Math.min(1000, count - i) }, (_, n) => {
      const due = begin + (i + n) * milliseconds / count;
      return { name: 'timers', data: { due }, startAfter: new Date(due) };
    }));
  }
}

async function untilDone(count, begin) {
  const [late, start] = [[], Date.now()];
  let worker;
  await new Promise(resolve => {
    let last = false;
    // Half a second is the shortest interval that it allows; a full batch asks for the next one at once.
    boss.work('timers', { batchSize: BatchSize, pollingIntervalSeconds: 0.5 }, async jobs => {
      if (last) return;
      for (const job of jobs) late.push(Date.now() - job.data.due);
      if (late.length >= count) { last = true; resolve(); }
      if (jobs.length === BatchSize && worker) boss.notifyWorker(worker);
    }).then(id => { worker = id; });
  });
  // The end is when the last batch stands as completed in the database.
  while (await boss.getQueueSize('timers', { before: 'completed' }) > 0) await until(Date.now() + 5);
  await boss.offWork('timers');
  return { count, times: late, begin: begin ?? start };
}

await serve({
  timers: async (count, milliseconds) => {
    const begin = Date.now() + 1500 + count / 2;
    await add(count, begin, milliseconds);
    return async () => { await until(begin - 200); return untilDone(count, begin); };
  },
  drain: async count => { await add(count, Date.now() - 60000, 0); return () => untilDone(count); },
  idle: async count => {
    await add(count, Date.now() + 86400000, 10000);
    await boss.work('timers', { batchSize: BatchSize, pollingIntervalSeconds: 0.5 }, async () => {});
  },
});
