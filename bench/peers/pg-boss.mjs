// pg-boss: jobs due within ten seconds. A job only; no state of a workflow is written.
import PgBoss from 'pg-boss';
import { phase, report, start } from './figures.mjs';

const [database, scale] = [process.argv[2], Number(process.argv[3])];
const boss = new PgBoss({ connectionString: database, max: 10, supervise: false });
boss.on('error', console.error);
await boss.start();
await boss.createQueue('timers');
const timers = 10000 * scale;
const begin = Date.now() + 4000;
for (let i = 0; i < timers; i += 1000) {
  await boss.insert(Array.from({ length: Math.min(1000, timers - i) }, (_, n) => ({
    name: 'timers', data: { due: begin + (i + n) * 10000 / timers }, startAfter: new Date(begin + (i + n) * 10000 / timers),
  })));
}
await phase('timers');
const end = start();
const late = [];
await new Promise(resolve => {
  // Half a second is the shortest interval that it allows.
  boss.work('timers', { batchSize: 500, pollingIntervalSeconds: 0.5 }, async jobs => {
    for (const job of jobs) late.push(Date.now() - job.data.due);
    if (late.length >= timers) resolve();
  });
});
await report('timers', timers, { ...end(), seconds: (Date.now() - begin) / 1000 }, late);
process.exit(0);
