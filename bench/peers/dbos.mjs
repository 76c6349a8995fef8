// DBOS Transact: three steps and an end; parked workflows that a message completes; timers.
import { DBOS } from '@dbos-inc/dbos-sdk';
import { inParallel, serve } from './figures.mjs';

const AtOnce = 50;
let late = [];
let woken = 0;

const step = () => DBOS.runStep(async () => 1, { name: 'step' });
const threeSteps = DBOS.registerWorkflow(async () => {
  await step(); await step(); await step();
}, { name: 'threeSteps' });
const parked = DBOS.registerWorkflow(async () => DBOS.recv('done', 86400), { name: 'parked' });
const timed = DBOS.registerWorkflow(async due => {
  await DBOS.sleep(Math.max(0, due - Date.now()));
  await DBOS.runStep(async () => { late.push(Date.now() - due); woken++; }, { name: 'wake' });
}, { name: 'timed' });

// The documentation's advice for load: a pool larger than the default of 10.
DBOS.setConfig({ name: 'bench', systemDatabaseUrl: process.argv[2], systemDatabasePoolSize: 20, logLevel: 'error' });
await DBOS.launch();

async function park(count) {
  const handles = [];
  await inParallel(count, AtOnce, async i => { handles[i] = await DBOS.startWorkflow(parked)(); });
  return handles;
}

/** Timers that fall due evenly within so many milliseconds; the lead is drawn from how long a few took. */
async function timers(count, milliseconds) {
  late = [];
  const handles = [];
  const make = async due => { handles.push(await DBOS.startWorkflow(timed)(due)); };
  const [sample, start] = [Math.ceil(count / 20), Date.now()];
  await inParallel(sample, AtOnce, () => make(start));
  for (const handle of handles) await handle.getResult();
  const begin = Date.now() + 1500 + (Date.now() - start) / sample * count * 1.2;
  [late, handles.length] = [[], 0];
  await inParallel(count, AtOnce, i => make(begin + i * milliseconds / count));
  return async () => {
    for (const handle of handles) await handle.getResult();
    return { count, times: late, begin };
  };
}

await serve({
  start: async count => async () => {
    const times = [];
    await inParallel(count, AtOnce, async () => {
      const begin = performance.now();
      await (await DBOS.startWorkflow(threeSteps)()).getResult();
      times.push(performance.now() - begin);
    });
    return { count, times };
  },
  complete: async count => {
    const handles = await park(count);
    return async () => {
      const times = [];
      await inParallel(count, 16, async i => {
        const begin = performance.now();
        await DBOS.send(handles[i].workflowID, 'done', 'done');
        await handles[i].getResult();
        times.push(performance.now() - begin);
      });
      return { count, times };
    };
  },
  timers,
  // All due at one moment, for a workflow begins by starting it: nothing of it can be put down without its engine.
  drain: count => timers(count, 0),
  idle: async count => { await park(count); },
});
