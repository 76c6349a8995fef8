// DBOS Transact: three steps and an end; parked workflows that a message completes; timers.
import { DBOS } from '@dbos-inc/dbos-sdk';
import { inParallel, phase, report, start } from './figures.mjs';

const [database, scale] = [process.argv[2], Number(process.argv[3])];
const AtOnce = 50;

const step = () => DBOS.runStep(async () => 1, { name: 'step' });
const threeSteps = DBOS.registerWorkflow(async () => {
  await step(); await step(); await step();
}, { name: 'threeSteps' });
const parked = DBOS.registerWorkflow(async () => DBOS.recv('done', 3600), { name: 'parked' });
const late = [];
const timed = DBOS.registerWorkflow(async due => {
  await DBOS.sleep(Math.max(0, due - Date.now()));
  await DBOS.runStep(async () => { late.push(Date.now() - due); }, { name: 'wake' });
}, { name: 'timed' });

// The documentation's advice for load: a pool larger than the default of 10.
DBOS.setConfig({ name: 'bench', systemDatabaseUrl: database, systemDatabasePoolSize: 20, logLevel: 'error', runAdminServer: false });
await DBOS.launch();
const run = async (count, times = []) => inParallel(count, AtOnce, async () => {
  const begin = performance.now();
  await (await DBOS.startWorkflow(threeSteps)()).getResult();
  times.push(performance.now() - begin);
});
await run(200);
for (let round = 0; round < 3; round++) {
  const [count, times] = [600 * scale, []];
  await phase('start');
  const end = start();
  await run(count, times);
  await report('start', count, end(), times);
}

const handles = [];
await inParallel(1000 * scale, AtOnce, async i => { handles[i] = await DBOS.startWorkflow(parked)(); });
await phase('complete');
let [end, times] = [start(), []];
await inParallel(handles.length, 16, async i => {
  const begin = performance.now();
  await DBOS.send(handles[i].workflowID, 'done', 'done');
  await handles[i].getResult();
  times.push(performance.now() - begin);
});
await report('complete', handles.length, end(), times);

const timers = 3000 * scale;
const begin = Date.now() + 6000;
const waiting = [];
await inParallel(timers, AtOnce, async i => { waiting.push(await DBOS.startWorkflow(timed)(begin + i * 10000 / timers)); });
await phase('timers');
end = start();
for (const handle of waiting) await handle.getResult();
const taken = end();
await report('timers', timers, { ...taken, seconds: (Date.now() - begin) / 1000 }, late);
await DBOS.shutdown();
process.exit(0);
