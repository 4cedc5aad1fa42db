import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * When a process was started, as a text that differs for every process that ever has this id, or null if there is no
 * such process. A killed process that its parent has not collected yet counts as gone.
 */
export function processBirth(pid: number): string | null {
  if (!exists(pid)) return null;
  return process.platform === 'linux' ? birthOnLinux(pid) : birthByPs(pid);
}

/** The command line of a process as far as it may be read, else null. */
export function commandLine(pid: number): string[] | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    return ps(pid, 'command').split(' ');
  } catch {
    return null;
  }
}

/** Names what process ids are counted in: two containers on one machine have the same ids for different processes. */
export function processSpace(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// The name of the program is in brackets and may hold blanks and brackets itself. After it: state (1st), start time (20th).
function birthOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${fields[19]}`;
  } catch {
    return null;
  }
}

function birthByPs(pid: number): string | null {
  try {
    const [state = '', ...start] = ps(pid, 'state,lstart').split(/\s+/);
    return state.startsWith('Z') ? null : start.join(' ');
  } catch {
    return null;
  }
}

function ps(pid: number, columns: string): string {
  const format = columns.split(',').flatMap((column) => ['-o', `${column}=`]);
  return execFileSync('ps', [...format, '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim();
}
