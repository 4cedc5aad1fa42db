import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
// Where Debian's Alertmanager looks for the templates of its messages.
const TEMPLATES = '/usr/share/prometheus/alertmanager';
const PACKAGES = ['prometheus', 'prometheus-alertmanager'];

/** Prometheus and Alertmanager as Debian has them, unpacked into a folder of their own, so that no service starts. */
export interface Monitoring {
  /** Starts both with a rule that fires while the threshold is above 0, and these receivers. */
  start(receivers: string): Promise<void>;
  /** Whether the rule fires. */
  setFiring(is_firing: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Fetches the packages; a sentence that says why where that cannot be done. */
export async function getMonitoring(): Promise<Monitoring | string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-monitoring-'));
  try {
    await run('apt-get', ['download', ...PACKAGES], { cwd: folder, timeout: 120_000 }).catch(async () => {
      await run('apt-get', ['update', '-qq'], { timeout: 120_000 });
      await run('apt-get', ['download', ...PACKAGES], { cwd: folder, timeout: 120_000 });
    });
    for (const file of await readdir(folder)) if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', file, '.'], { cwd: folder });
    const has_placed = await placeTemplates(folder);
    return monitoringIn(folder, has_placed);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return `the Debian packages ${PACKAGES.join(' and ')} cannot be unpacked here: ${(error as Error).message.split('\n')[0]}`;
  }
}

// True if they were not there: then they are taken away again.
async function placeTemplates(folder: string): Promise<boolean> {
  if (existsSync(TEMPLATES)) return false;
  await cp(path.join(folder, TEMPLATES), TEMPLATES, { recursive: true });
  return true;
}

function monitoringIn(folder: string, has_placed: boolean): Monitoring {
  const programs: ChildProcess[] = [];
  const file = (name: string) => path.join(folder, name);
  let [prometheus, alertmanager] = [0, 0];
  const setFiring = async (is_firing: boolean) => {
    // Alertmanager is told within a second; a rule that does not hold any more is resolved at once.
    await writeFile(file('rules.yml'), `groups: [{ name: demo, interval: 1s, rules: [{ alert: DiskFull, expr: 'vector(91) > ${is_firing ? 90 : 95}', labels: { severity: critical, instance: db-2 }, annotations: { summary: 'The disk of db-2 is full' } }] }]\n`);
    if (programs.length) await fetch(`http://127.0.0.1:${prometheus}/-/reload`, { method: 'POST' });
  };
  return {
    setFiring,
    start: async (receivers) => {
      [prometheus, alertmanager] = [await freePort(), await freePort()];
      await setFiring(true);
      await writeFile(file('alertmanager.yml'), `global: { resolve_timeout: 5s }\n${receivers}`);
      await writeFile(file('prometheus.yml'), `global: { evaluation_interval: 1s }\nrule_files: [rules.yml]\nalerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:${alertmanager}'] }] }] }\n`);
      programs.push(
        spawn(file('usr/bin/prometheus-alertmanager'), ['--config.file=alertmanager.yml', '--storage.path=am', '--cluster.listen-address=', `--web.listen-address=127.0.0.1:${alertmanager}`], { cwd: folder, stdio: 'ignore' }),
        spawn(file('usr/bin/prometheus'), ['--config.file=prometheus.yml', '--storage.tsdb.path=tsdb', '--web.enable-lifecycle', `--web.listen-address=127.0.0.1:${prometheus}`, '--rules.alert.resend-delay=1s', '--web.console.templates=.', '--web.console.libraries=.'], { cwd: folder, stdio: 'ignore' }),
      );
    },
    close: async () => {
      await Promise.all(programs.map((program) => new Promise<void>((resolve) => {
        program.once('exit', () => resolve());
        if (program.exitCode !== null || !program.kill('SIGKILL')) resolve();
      })));
      if (has_placed) await rm(TEMPLATES, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
