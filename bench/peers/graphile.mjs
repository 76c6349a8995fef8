// graphile-worker: jobs due within ten seconds, overdue, or far away. A job only; no state of a workflow is written.
import { makeWorkerUtils, run, Logger } from 'graphile-worker';
import { serve, until } from './figures.mjs';

const database = process.argv[2];
const logger = new Logger(() => () => {});
const utils = await makeWorkerUtils({ connectionString: database, logger });
await utils.migrate();
let [late, left, finish] = [[], 0, () => {}];

const add = (count, begin, milliseconds) => utils.withPgClient(client => client.query(
  `SELECT graphile_worker.add_job('timers', json_build_object('due', $1::float8 + n * $3::float8 / $2::int),
     run_at => to_timestamp(($1::float8 + n * $3::float8 / $2::int) / 1000)) FROM generate_series(0, $2::int - 1) n`,
  [begin, count, milliseconds]));

// The queue in memory and the batched completion are what its documents advise for load.
const work = () => run({
  connectionString: database, logger, noHandleSignals: true,
  preset: { worker: {
    concurrentJobs: 20, pollInterval: 500, preparedStatements: true, localQueue: { size: 100 }, completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  } },
  taskList: { timers: async ({ due }) => { late.push(Date.now() - due); if (--left === 0) finish(); } },
});

async function untilDone(count, begin) {
  [late, left] = [[], count];
  const done = new Promise(resolve => { finish = resolve; });
  const start = Date.now();
  const runner = await work();
  await done;
  // What is done is written in batches; the end is when all of it stands in the database.
  await runner.stop();
  return { count, times: late, begin: begin ?? start };
}

await serve({
  timers: async (count, milliseconds) => {
    const begin = Date.now() + 2000 + count * 0.7;
    await add(count, begin, milliseconds);
    return async () => { await until(begin - 200); return untilDone(count, begin); };
  },
  drain: async count => { await add(count, Date.now() - 60000, 0); return () => untilDone(count); },
  idle: async count => { await add(count, Date.now() + 86400000, 10000); await work(); },
});
