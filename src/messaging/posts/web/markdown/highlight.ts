import { createLowlight } from 'lowlight';
import { language_loaders } from './languages.ts';

/** A stretch of code with the classes that colour it, or plain text. */
export type CodePart = string | { readonly class_name: string; readonly parts: readonly CodePart[] };

type HastNode = { type: string; value?: string; properties?: { className?: unknown }; children?: readonly HastNode[] };

const lowlight = createLowlight();

/** Splits code into coloured parts. The language's rules are fetched on first use. */
export async function highlightCode(code: string, language: string): Promise<readonly CodePart[]> {
  if (!lowlight.registered(language)) {
    const loaded = await language_loaders[language]!();
    lowlight.register(language, loaded.default);
  }
  return toParts(lowlight.highlight(language, code).children as readonly HastNode[]);
}

function toParts(nodes: readonly HastNode[]): CodePart[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node.value ?? '';
    const names = node.properties?.className;
    return { class_name: Array.isArray(names) ? names.join(' ') : '', parts: toParts(node.children ?? []) };
  });
}
