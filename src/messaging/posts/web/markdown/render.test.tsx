import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse.ts';
import { isEmojiOnly, plainText, renderMarkdown, type MarkdownParts } from './render.tsx';

const parts: MarkdownParts = {
  Mention: ({ name }) => <b>@{name}</b>,
  ChannelLink: ({ name }) => <b>~{name}</b>,
  Hashtag: ({ tag }) => <b>#{tag}</b>,
  Emoji: ({ name }) => <i>:{name}:</i>,
  EmojiText: ({ text }) => <i>{text}</i>,
  CodeBlock: ({ code, language }) => <pre data-language={language}>{code}</pre>,
  Link: ({ href, children }) => <a href={href}>{children}</a>,
  Image: ({ alt }) => <i>{alt}</i>,
  TaskBox: ({ is_done }) => <i data-done={is_done} />,
};
const draw = (text: string, marked_words: string[] = []) => renderToStaticMarkup(<>{renderMarkdown(parseMarkdown(text), { parts, marked_words, is_jumbo: false })}</>);

const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<iframe srcdoc="<script>alert(1)</script>">', '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))', '[x](  javascript:alert(1))', '[x](javascript&colon;alert(1))', '[x](&#x6a;avascript:alert(1))', '[x](JAVASCRIPT:alert(1))', '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)', '[x](vbscript:msgbox(1))', '[x](blob:https://a/b)', '[x](file:///etc/passwd)', '[x](//evil.example)', '[x](\\\\evil)',
  '<javascript:alert(1)>', '<data:text/html,x>', '![x](javascript:alert(1))', '![<img src=x onerror=alert(1)>](https://a.example/x.png)', '![" onerror="alert(1)](https://a.example/x.png)',
  '[x](https://a.example "\\" onmouseover=\\"alert(1)")', '[x](https://a.example/"onmouseover="alert(1))', 'https://a.example/"onmouseover="alert(1)', '[a]: javascript:alert(1)\n[a]',
  '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```', '`<script>alert(1)</script>`', '@<script>alert(1)</script>', ':<img src=x>:', '#<b>tag', '~"><script>alert(1)</script>',
  '| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | b |', '# <script>alert(1)</script>', '- [x] <script>alert(1)</script>', '> <style>*{display:none}</style>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '<!--<script>alert(1)</script>-->', '<![CDATA[<script>alert(1)</script>]]>', '\u202e<script>', '<form action=javascript:alert(1)><button>', '{{constructor.constructor("alert(1)")()}}',
  '[![x](https://a.example/i.png)](javascript:alert(1))', '<https://a.example/" onclick="alert(1)>', 'mailto:a@b.c?subject=<script>', '[x](https://a.example\tjavascript:alert(1))',
];
const ALLOWED = /^<\/?(p|br|b|i|a|pre|code|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|strong|em|s|hr|div|span|mark)( (href="(https?:|mailto:)[^"]*"|data-[a-z]+="[^"<>]*"|role="[a-z]+"|aria-level="\d"|tabindex="0"|class="table"|start="\d+"))*\/?>$/;

describe('messages as React elements', () => {
  it.each(HOSTILE)('keep %s as text', (text) => {
    const html = draw(text);
    for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(ALLOWED);
  });

  it('draw a message with every kind of element', () => {
    expect(draw('**b** *i* ~~s~~ `c`\nnext')).toBe('<p><strong>b</strong> <em>i</em> <s>s</s> <code>c</code><br/>next</p>');
    expect(draw('> q')).toBe('<blockquote><p>q</p></blockquote>');
    expect(draw('3. c\n4. d')).toBe('<ol start="3"><li>c</li><li>d</li></ol>');
    expect(draw('```js\nlet a\n```')).toBe('<pre data-language="js">let a\n</pre>');
    expect(draw('[t](https://a.example/b?c=1&d=2)')).toBe('<p><a href="https://a.example/b?c=1&amp;d=2">t</a></p>');
  });

  it('mark the words that were searched for', () => {
    expect(draw('roll it back', ['roll'])).toBe('<p><mark>roll</mark> it back</p>');
  });

  it('give their plain words', () => {
    expect(plainText(parseMarkdown('**Roll** back\n- a :tada: @bob')).trim()).toBe('Roll back a :tada: @bob');
  });

  it('of a few emoji alone are told apart', () => {
    expect([':tada: 🎉', '👍🏽', ':tada: ok', '', '- 🎉'].map((text) => isEmojiOnly(parseMarkdown(text)))).toEqual([true, true, false, false, false]);
  });

  it('survive deep nesting and long runs of marks', () => {
    expect(() => draw('> '.repeat(2000) + 'x')).not.toThrow();
    expect(() => draw('*a_'.repeat(4000))).not.toThrow();
    expect(() => draw('['.repeat(8000))).not.toThrow();
  });
});
