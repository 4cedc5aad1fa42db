import { describe, expect, it } from 'vitest';
import { parseMarkdown, type MarkdownNode } from './parse.ts';

/** Draws the tree as text such as `paragraph(text"a" mention"bob")`. */
function outline(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => node.type + (node.content ? JSON.stringify(node.content) : '') + (node.target ? `<${node.target}>` : '') + (node.children.length ? `(${outline(node.children)})` : '')).join(' ');
}
const parse = (text: string) => outline(parseMarkdown(text));

describe('markdown of messages', () => {
  it('keeps single line breaks', () => {
    expect(parse('a\nb')).toBe('paragraph(text"a" softbreak text"b")');
  });

  it('finds people, channels, tags and emoji in a sentence', () => {
    expect(parse('@amara see ~ops #release :tada:')).toBe('paragraph(mention"amara" text" see " channel_link"ops" text" " hashtag"release" text" " emoji"tada")');
  });

  it('does not read people or tags out of addresses', () => {
    expect(parse('https://example.org/@amara#release')).toBe('paragraph(link<https://example.org/@amara#release>(text"https://example.org/@amara#release"))');
    expect(parse('amara@example.org')).toBe('paragraph(link<mailto:amara@example.org>(text"amara@example.org"))');
  });

  it('takes two emoji without a space as two', () => {
    expect(parse(':+1::tada:')).toBe('paragraph(emoji"+1" emoji"tada")');
  });

  it('leaves times and ratios alone', () => {
    expect(parse('10:30:45')).toBe('paragraph(text"10:30:45")');
  });

  it('keeps underscores of a person name out of emphasis', () => {
    expect(parse('@on_call_team now')).toBe('paragraph(mention"on_call_team" text" now")');
  });

  it('reads strikethrough beside channel links', () => {
    expect(parse('~~old~~ ~ops')).toBe('paragraph(s(text"old") text" " channel_link"ops")');
  });

  it('reads nothing inside code', () => {
    expect(parse('`@amara :tada: ~ops`')).toBe('paragraph(code_inline"@amara :tada: ~ops")');
    expect(parse('```\n@all\n```')).toBe('fence"@all\\n"');
  });

  it('marks tasks and takes their box away', () => {
    const items = parseMarkdown('- [ ] call\n- [x] wait\n- plain')[0]!.children;
    expect(items.map((item) => item.is_done)).toEqual([false, true, undefined]);
    expect(outline(items[0]!.children)).toContain('"call"');
  });

  it('knows the language of a fence and the alignment of a column', () => {
    expect(parseMarkdown('```TS title\n1\n```')[0]!.info).toBe('ts');
    const head = parseMarkdown('| a | b |\n|:-:|--:|\n| 1 | 2 |')[0]!.children[0]!.children[0]!.children;
    expect(head.map((cell) => cell.info)).toEqual(['center', 'right']);
  });

  it('links web and mail addresses only', () => {
    expect(parse('www.example.org/a, ftp://example.org readme.md')).toBe('paragraph(link<http://www.example.org/a>(text"www.example.org/a") text", ftp://example.org readme.md")');
    for (const url of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', ' javascript:alert(1)', 'java\tscript:alert(1)', '&#106;avascript:alert(1)'])
      expect(parse(`[x](${url})`)).not.toContain('link<');
  });

  it('starts a short tag or a heading only where it is one', () => {
    expect(parse('#ab')).toBe('paragraph(text"#ab")');
    expect(parse('# ab')).toBe('heading(text"ab")');
    expect(parse('#größe')).toBe('paragraph(hashtag"größe")');
  });
});
