import type { Import } from '../imports.ts';

/** Circles of modules that load each other, one for each group. Types are erased and lazy imports wait, so neither counts. */
export function findCycles(imports: readonly Import[]): string[][] {
  const graph = new Map<string, string[]>();
  for (const { from, to, is_package, is_type, is_lazy } of imports) {
    if (!is_package && !is_type && !is_lazy) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) return void cycles.push(path.slice(at));
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next, path);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
