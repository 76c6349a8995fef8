// graphile-worker: jobs due within ten seconds. A job only; no state of a workflow is written.
import { makeWorkerUtils, run, Logger } from 'graphile-worker';
import { phase, report, start } from './figures.mjs';

const [database, scale] = [process.argv[2], Number(process.argv[3])];
const logger = new Logger(() => () => {});
const utils = await makeWorkerUtils({ connectionString: database, logger });
await utils.migrate();
const timers = 10000 * scale;
const begin = Date.now() + 4000;
await utils.withPgClient(client => client.query(
  `SELECT graphile_worker.add_job('timers', json_build_object('due', $1::float8 + n * 10000.0 / $2::int),
     run_at => to_timestamp(($1::float8 + n * 10000.0 / $2::int) / 1000)) FROM generate_series(0, $2::int - 1) n`, [begin, timers]));
await phase('timers');
const end = start();
const late = [];
let finish;
const done = new Promise(resolve => { finish = resolve; });
// The queue in memory and the batched completion are what its documents advise for load.
const runner = await run({
  connectionString: database, logger, noHandleSignals: true,
  preset: { worker: {
    concurrentJobs: 20, pollInterval: 500, preparedStatements: true, localQueue: { size: 100 }, completeJobBatchDelay: 0, failJobBatchDelay: 0,
  } },
  taskList: { timers: async ({ due }) => { late.push(Date.now() - due); if (late.length >= timers) finish(); } },
});
await done;
await report('timers', timers, { ...end(), seconds: (Date.now() - begin) / 1000 }, late);
await runner.stop();
process.exit(0);
