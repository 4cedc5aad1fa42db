export function integrationFiles(_name: string, _summary: string): Record<string, string> {
  return {};
}
