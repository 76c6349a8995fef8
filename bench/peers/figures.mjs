// What all peers share: they are asked by lines of JSON and answer with lines of JSON, so that whoever measures can let
// several engines take turns and read PostgreSQL's processor time before and after each.
import process from 'node:process';
import { createInterface } from 'node:readline';

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Runs so many at the same time until all are done. */
export async function inParallel(count, degree, act) {
  let next = 0;
  await Promise.all(Array.from({ length: degree }, async () => {
    while (next < count) await act(next++);
  }));
}

export const until = moment => new Promise(resolve => setTimeout(resolve, Math.max(0, moment - Date.now())));

/**
 * Answers `{act: "prepare", work, count, milliseconds}` and then `{act: "run"}`, for one work after the other.
 * What a work prepares is a function that runs it. The seconds are counted from the begin that it returns, or from
 * its own start, and the answer says when that begin had passed before all was prepared.
 */
export async function serve(works) {
  let prepared;
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    if (order.act === 'prepare') {
      prepared = await works[order.work](order.count, order.milliseconds);
      answer({ prepared: true });
    } else {
      const [cpu, start] = [process.cpuUsage(), Date.now()];
      const { count, times, begin } = await prepared();
      const used = process.cpuUsage(cpu);
      answer({
        operations: count, seconds: (Date.now() - (begin ?? start)) / 1000, cpuMs: (used.user + used.system) / 1000,
        p50: percentile(times, 0.5), p99: percentile(times, 0.99), isLate: begin !== undefined && start > begin,
      });
    }
  }
  process.exit(0);
}

const answer = object => console.log(JSON.stringify(object));
