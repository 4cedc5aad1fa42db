import { median } from './statistics.ts';
import type { Measure, Sample } from './measure.ts';

/** What is kept of a measure, and compared with another run on the same machine. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly what: string;
  readonly per_second?: number;
  /** Processor time of one operation in ms: the server process, and PostgreSQL's processes. */
  readonly server_cpu_ms?: number;
  readonly postgres_cpu_ms?: number;
  readonly own_share?: number;
  readonly figures: Record<string, number>;
  readonly reference?: Measure['reference'];
}

/** Medians over the repeats. */
export function resultOf(measure: Measure, samples: readonly Sample[]): Result {
  const over = (pick: (s: Sample) => number) => median(samples.map(pick));
  const names = Object.keys(samples[0]?.figures ?? {});
  return {
    name: measure.name,
    unit: measure.unit,
    what: measure.what,
    per_second: over((s) => (s.count / s.elapsed_ms) * 1000),
    server_cpu_ms: over((s) => s.server_ms / s.count),
    postgres_cpu_ms: over((s) => s.postgres_ms / s.count),
    own_share: over((s) => s.own_share),
    figures: Object.fromEntries(names.map((name) => [name, over((s) => s.figures[name]!)])),
    reference: measure.reference,
  };
}

/** The results as a table, with the figures of another run beside them if there is one. */
export function table(results: readonly Result[], before?: readonly Result[]): string {
  const head = ['measure', 'figure', 'now', 'reference', 'now/reference', ...(before ? ['before', 'now/before'] : [])];
  const rows = results.flatMap((result) => {
    const old = new Map(before?.find((b) => b.name === result.name) ? linesOf(before.find((b) => b.name === result.name)!).map((l) => [l.figure, l.now]) : []);
    return linesOf(result).map(({ figure, now, reference }, i) => [
      i ? '' : result.name,
      figure,
      show(now),
      reference === undefined ? '' : show(reference),
      reference === undefined ? '' : ratio(now, reference),
      ...(before ? [old.has(figure) ? show(old.get(figure)!) : '', old.has(figure) ? ratio(now, old.get(figure)!) : ''] : []),
    ]);
  });
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  return [head, ...rows].map((row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd()).join('\n');
}

function linesOf(result: Result): { figure: string; now: number; reference?: number }[] {
  const { reference, unit } = result;
  const cpu = (result.server_cpu_ms ?? 0) + (result.postgres_cpu_ms ?? 0);
  return [
    ...(result.per_second === undefined ? [] : [{ figure: `${unit}s/s`, now: result.per_second, reference: reference?.per_second }]),
    ...(result.server_cpu_ms === undefined ? [] : [{ figure: `cpu ms/${unit}`, now: cpu, reference: reference?.cpu_ms }, { figure: '  of it the server', now: result.server_cpu_ms }, { figure: '  of it PostgreSQL', now: result.postgres_cpu_ms! }]),
    ...Object.entries(result.figures).map(([name, now]) => ({ figure: name.replaceAll('_', ' '), now, reference: reference?.figures?.[name] })),
    ...(result.own_share === undefined ? [] : [{ figure: 'share of the bench', now: result.own_share }]),
  ];
}

function show(value: number): string {
  if (value >= 1000) return String(Math.round(value));
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}

function ratio(now: number, then: number): string {
  return then ? `${(now / then).toFixed(2)}x` : '';
}
