import { readFileSync, readdirSync } from 'node:fs';

const TICK_MS = 10; // the kernel counts processor time in hundredths of a second

interface Stat {
  readonly ppid: number;
  readonly own_ms: number;
  readonly children_ms: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { ppid: Number(fields[1]), own_ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS, children_ms: (Number(fields[13]) + Number(fields[14])) * TICK_MS };
  } catch {
    return undefined; // it has ended
  }
}

/** A process and those below it. */
function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat) parents.set(Number(name), stat.ppid);
  }
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** Processor time of one process in ms, without its children. */
export function cpuOf(pid: number): number {
  return statOf(pid)?.own_ms ?? 0;
}

/** Processor time of a process and all below it, those that have ended included. */
export function cpuOfTree(root: number): number {
  return treeOf(root).reduce((sum, pid) => {
    const stat = statOf(pid);
    return sum + (stat ? stat.own_ms + stat.children_ms : 0);
  }, 0);
}

/** Resident memory of one process in MB. */
export function residentMemory(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Memory of a process and all below it in MB; what they share is counted once. */
export function sharedMemory(root: number): number {
  return treeOf(root).reduce((sum, pid) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}
