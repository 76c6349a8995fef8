// What all peers share: percentiles, the processor time of this process, one line of JSON as the answer.
import process from 'node:process';

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

export function start() {
  const [begin, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const used = process.cpuUsage(cpu);
    return { seconds: (performance.now() - begin) / 1000, cpuMs: (used.user + used.system) / 1000 };
  };
}

/** The phases are separated by lines, so that whoever listens can read PostgreSQL's processor time in between. */
export function phase(name) {
  console.log(JSON.stringify({ phase: name }));
  return new Promise(resolve => setTimeout(resolve, 50));
}

export function report(name, operations, taken, times = []) {
  console.log(JSON.stringify({
    result: name, operations, seconds: taken.seconds, cpuMs: taken.cpuMs,
    p50: times.length ? percentile(times, 0.5) : 0, p99: times.length ? percentile(times, 0.99) : 0,
  }));
  return new Promise(resolve => setTimeout(resolve, 50));
}
