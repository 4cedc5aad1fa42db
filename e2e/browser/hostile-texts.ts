/** Texts that want to be more than text. Each calls `__pwned` if it gets to run. */
const call = (name: string): string => `__pwned.push('${name}')`;

export const HOSTILE_TEXTS: readonly string[] = [
  `<script>${call('script')}</script>`,
  `<img src=x onerror="${call('img')}">`,
  `<svg/onload=${call('svg')}>`,
  `<details open ontoggle=${call('details')}>x</details>`,
  `<iframe srcdoc="<script>parent.${call('srcdoc')}</script>"></iframe>`,
  `<a href="javascript:${call('anchor')}">press</a>`,
  `<style>*{display:none!important}</style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${call('math')}">`,
  `"><img src=x onerror=${call('quote')}>`,
  `[press](javascript:${call('md-link')})`,
  `[press](JaVaScRiPt&colon;${call('md-entity')})`,
  `[press](java\tscript:${call('md-tab')})`,
  `[press](&#106;avascript:${call('md-char')})`,
  `[press](data:text/html,<script>${call('md-data')}</script>)`,
  `[press](vbscript:${call('md-vbs')})`,
  `![alt" onerror="${call('md-img')}](https://example.com/x.png)`,
  `![x](javascript:${call('md-img-src')})`,
  `[x](https://example.com "\\" onmouseover=\\"${call('md-title')}")`,
  `<https://example.com/"onmouseover="${call('autolink')}>`,
  `https://example.com/?q="><img src=x onerror=${call('bare')}>`,
  `\`\`\`html\n<script>${call('code')}</script>\n\`\`\``,
  `\`<img src=x onerror=${call('inline-code')}>\``,
  `| a | b |\n|---|---|\n| <img src=x onerror=${call('table')}> | [x](javascript:${call('table-link')}) |`,
  `:"><img src=x onerror=${call('emoji')}>:`,
  `@<img src=x onerror=${call('mention')}>`,
  `#<svg onload=${call('hashtag')}>`,
  `~<img src=x onerror=${call('channel-link')}>`,
  `[ref]: javascript:${call('ref')}\n[press me][ref]`,
  `\u202e<img src=x onerror=${call('rtl')}>`,
  `$$\\href{javascript:${call('latex')}}{x}$$`,
];

/** Short enough for a name, an address, a file. */
export const HOSTILE_NAME = `"><img src=x onerror=${call('name')}>`;
export const HOSTILE_SHORT = `<b onclick=${call('s')}>x</b>`;
